//! The committed OpenAPI document is the program's own.

#[test]
fn the_committed_document_has_not_drifted() {
    let committed = include_str!("../../openapi.json");
    let made = mercat_http::openapi_json();
    assert!(
        made == committed,
        "the API has changed: run `cargo xtask openapi` and commit service/http/openapi.json"
    );
}

#[test]
fn the_document_is_openapi_3_1_and_names_its_problems() {
    let document: serde_json::Value = serde_json::from_str(&mercat_http::openapi_json()).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let description = document["info"]["description"].as_str().unwrap();
    for code in ["unauthenticated", "invalid_field", "idempotency_key_reused"] {
        assert!(description.contains(code), "{code}");
    }
}
