//! Rebuilds when the console was built anew: a new file in its folder alone is not noticed.

fn main() {
    let stamp = "../../interface/console/dist/.stamp";
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={stamp}");
    println!("cargo:rerun-if-changed=../../interface/console/dist/index.html");
}
