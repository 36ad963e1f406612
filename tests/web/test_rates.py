"""How much one address may ask."""

from pathlib import Path

from escwg_map.settings import Settings
from escwg_map.web import create_app
from escwg_map.web.rates import Buckets, client_of


def test_a_bucket_is_full_at_the_start_and_fills_again() -> None:
    now = [0.0]
    bucket = Buckets(60, clock=lambda: now[0])

    assert [bucket.wait("a") for _ in range(61)] == [0.0] * 60 + [1.0]
    now[0] += 1
    assert bucket.wait("a") == 0


def test_one_client_does_not_empty_the_bucket_of_another() -> None:
    bucket = Buckets(1, clock=lambda: 0.0)

    assert bucket.wait("a") == 0
    assert bucket.wait("a") > 0
    assert bucket.wait("b") == 0


def test_an_ipv6_network_is_one_client() -> None:
    assert client_of("2001:db8::1") == client_of("2001:db8::2") != client_of("2001:db8:1::1")


def test_who_asks_too_often_is_told_when_to_come_again(toyshire_published: Path) -> None:
    client = create_app(toyshire_published, Settings.model_construct(rate_limit=2)).test_client()
    outside = {"REMOTE_ADDR": "192.0.2.7"}

    answers = [client.get("/about", environ_overrides=outside) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert "asked too often" in answers[-1].text
    assert client.get("/livez", environ_overrides=outside).status_code != 429
    assert client.get("/about").status_code == 200


def test_a_program_is_told_by_a_problem(toyshire_published: Path) -> None:
    client = create_app(toyshire_published, Settings.model_construct(rate_limit=1)).test_client()
    outside = {"REMOTE_ADDR": "192.0.2.7"}

    client.get("/api/v1/projects", environ_overrides=outside)
    answer = client.get("/api/v1/projects", environ_overrides=outside)

    assert (answer.status_code, answer.mimetype) == (429, "application/problem+json")
