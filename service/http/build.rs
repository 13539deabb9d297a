//! Rebuilds when the console or the tracker was built anew: a new file in its folder alone is not noticed.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    for made in
        ["console/dist/.stamp", "console/dist/index.html", "tracker/dist/.stamp", "tracker/dist/tracker.js"]
    {
        println!("cargo:rerun-if-changed=../../interface/{made}");
    }
}
