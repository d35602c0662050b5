from huiyin.act import programme


def test_page_shows_every_figure_with_its_definition(analyst, voices):
    page = analyst.get("/programme").json()
    figures = {figure["id"]: figure for figure in page["figures"]}
    assert figures["coded"]["estimate"]["n"] == 6
    assert all(figure["about_zh"] and figure["about_en"] for figure in page["figures"])
    assert page["sentences"][0]["text_zh"]
    assert page["coverage_chart"]["series"]
    assert page["window"]["to"] == "2026-03-02"


def test_page_without_any_voice_is_no_error(analyst):
    page = analyst.get("/programme").json()
    assert {figure["estimate"]["verdict"] for figure in page["figures"]} == {"insufficient"}


def test_review_is_written_once_on_demand(app, analyst, voices):
    assert analyst.post("/programme/reviews").json() == {"items": []}
    with app.ledger.write() as connection:
        assert programme.list_reviews(connection) == []
    assert analyst.get("/programme/reviews/1").json()["error"]["code"] == "review_not_found"
