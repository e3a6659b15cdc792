"""What opens the door to Alexa, and what does not."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.channels.alexa.door import AMAZON, NOW, Door
from tests.channels.alexa.signing import (
    ADDRESS,
    CASES,
    DAY,
    SIGNER,
    SKILL,
    YEAR,
    Authority,
    Case,
    Letter,
    found_authority,
    issue,
    pem,
    rsa_key,
    sign,
)

BEGIN, END = b"-----BEGIN CERTIFICATE-----\n", b"-----END CERTIFICATE-----\n"
HEADERS = ["SignatureCertChainUrl", "Signature-256", "Signature"]
WORDS = ["request", "timestamp", "type", "context", "System", "session", "application", "applicationId"]


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_matrix(case: Case, door: Door) -> None:
    assert door.opens(case.write(AMAZON)) is case.accepted


def test_the_matrix_is_whole() -> None:
    assert len({case.name for case in CASES}) == 33


def test_every_spelling_of_a_url_is_fetched_once_and_from_one_address(door: Door) -> None:
    for case in CASES:
        if case.accepted:
            door.opens(case.write(AMAZON))
    assert door.bucket.asked == [ADDRESS + "chain.pem"]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "https://[/echo.api/chain.pem",
        "https://s3.amazonaws.com/echo.api/",
        "https://s3.amazonaws.com/echo.api/%63hain.pem",
        "https://s3.amazonaws.com//echo.api/chain.pem",
        "https://s3.amazonaws.com.evil.example/echo.api/chain.pem",
        "https://owner:secret@s3.amazonaws.com/echo.api/chain.pem",
        "https://@s3.amazonaws.com/echo.api/chain.pem",
        "https://s3.amazonaws.com:443x/echo.api/chain.pem",
        "https://s3.amazonaws.com/echo.api/" + "a" * 5000,
    ],
)
def test_a_strange_url_is_refused_and_never_fetched(url: str, door: Door) -> None:
    assert not door.opens(AMAZON.letter().with_header("SignatureCertChainUrl", url))
    assert door.bucket.asked == []


def test_header_names_may_come_in_any_case(door: Door) -> None:
    letter = AMAZON.letter()
    assert door.opens(Letter({name.upper(): value for name, value in letter.headers.items()}, letter.body))


def test_a_signature_given_twice_is_refused(door: Door) -> None:
    letter = AMAZON.letter()
    assert not door.opens(letter.with_header("SIGNATURE-256", letter.headers["Signature-256"]))


@pytest.mark.parametrize("change", [lambda text: text[:30] + "\n" + text[30:], lambda text: text + "=", lambda _: ""])
def test_base64_is_read_strictly(change: Callable[[str], str], door: Door) -> None:
    letter = AMAZON.letter()
    assert not door.opens(letter.with_header("Signature-256", change(letter.headers["Signature-256"])))


def test_a_stranger_with_a_root_of_his_own_is_refused(door: Door) -> None:
    stranger = found_authority("Stranger", NOW)
    leaf = issue(stranger, rsa_key(SIGNER), [SIGNER], NOW - DAY, NOW + YEAR)
    door.bucket.files["stranger.pem"] = pem(leaf, stranger.certificate)
    assert not door.trusts(sign(b"{}", "stranger.pem"))


def test_a_stranger_who_borrows_the_intermediates_name_is_refused(door: Door) -> None:
    forger = Authority(AMAZON.intermediate.certificate, rsa_key("forger"))
    leaf = issue(forger, rsa_key(SIGNER), [SIGNER], NOW - DAY, NOW + YEAR)
    door.bucket.files["forged.pem"] = pem(leaf, AMAZON.intermediate.certificate)
    assert not door.trusts(sign(b"{}", "forged.pem"))


def test_an_ordinary_certificate_cannot_vouch_for_another(door: Door) -> None:
    ordinary = issue(AMAZON.intermediate, rsa_key("forger"), ["forger.example"], NOW - DAY, NOW + YEAR)
    leaf = issue(Authority(ordinary, rsa_key("forger")), rsa_key(SIGNER), [SIGNER], NOW - DAY, NOW + YEAR)
    door.bucket.files["forged.pem"] = pem(leaf, ordinary, AMAZON.intermediate.certificate)
    assert not door.trusts(sign(b"{}", "forged.pem"))


def test_a_chain_that_brings_its_root_along_is_accepted(door: Door) -> None:
    door.bucket.files["long.pem"] = door.bucket.files["chain.pem"] + pem(AMAZON.root.certificate)
    assert door.trusts(sign(b"{}", "long.pem"))


def test_a_signature_by_another_key_than_the_leafs_is_refused(door: Door) -> None:
    leaf = issue(AMAZON.intermediate, rsa_key("other"), [SIGNER], NOW - DAY, NOW + YEAR)
    door.bucket.files["other.pem"] = pem(leaf, AMAZON.intermediate.certificate)
    assert not door.trusts(sign(b"{}", "other.pem"))


def test_a_key_that_is_not_rsa_is_refused(door: Door) -> None:
    leaf = issue(AMAZON.intermediate, ec.generate_private_key(ec.SECP256R1()), [SIGNER], NOW - DAY, NOW + YEAR)
    door.bucket.files["curve.pem"] = pem(leaf, AMAZON.intermediate.certificate)
    assert door.refusal(sign(b"{}", "curve.pem")) == "the certificate's key is not RSA"


@pytest.mark.parametrize(
    ("seconds", "opens"), [(-151, False), (-150, True), (-149, True), (149, True), (150, True), (151, False)]
)
def test_a_request_may_be_150_seconds_off(seconds: int, opens: bool, door: Door) -> None:
    assert door.opens(AMAZON.letter(AMAZON.envelope(seconds))) is opens


@pytest.mark.parametrize("kind", ["AlexaSkillEvent.SkillDisabled", "AlexaHouseholdListEvent.ItemsCreated"])
@pytest.mark.parametrize(("seconds", "opens"), [(-3601, False), (-3599, True), (149, True), (151, False)])
def test_a_skill_event_may_come_an_hour_late(kind: str, seconds: int, opens: bool, door: Door) -> None:
    envelope = AMAZON.envelope(seconds)
    envelope["request"]["type"] = kind
    assert door.opens(AMAZON.letter(envelope)) is opens


@pytest.mark.parametrize(
    "stamp", [None, 1795176000, "", "yesterday", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", [], {}]
)
def test_an_odd_timestamp_is_refused(stamp: object, door: Door) -> None:
    envelope = AMAZON.envelope()
    envelope["request"]["timestamp"] = stamp
    assert not door.opens(AMAZON.letter(envelope))


def test_a_wrong_clock_can_be_told_from_the_log(door: Door) -> None:
    door.now += timedelta(hours=1)
    assert door.refusal(AMAZON.letter()) == "the request is 3600 s old by this machine's clock"


def test_without_skill_ids_any_skill_is_accepted() -> None:
    assert Door(skills=frozenset()).opens(AMAZON.letter(AMAZON.envelope(skill="amzn1.ask.skill.other")))


def test_one_of_several_skill_ids_is_enough() -> None:
    assert Door(skills=frozenset({SKILL, "amzn1.ask.skill.second"})).opens(AMAZON.letter())


@pytest.mark.parametrize("skills", [frozenset[str](), frozenset({SKILL})])
def test_a_request_that_names_two_skills_is_refused(skills: frozenset[str]) -> None:
    envelope = AMAZON.envelope()
    envelope["session"]["application"] = {"applicationId": "amzn1.ask.skill.other"}
    assert Door(skills=skills).refusal(AMAZON.letter(envelope)) == "the request names two skills"


@pytest.mark.parametrize("part", ["session", "context"])
def test_the_skill_id_may_stand_in_one_place_only(part: str, door: Door) -> None:
    envelope = AMAZON.envelope()
    del envelope[part]
    assert door.opens(AMAZON.letter(envelope))


def test_a_request_without_a_skill_id_is_refused(door: Door) -> None:
    envelope = AMAZON.envelope()
    envelope.update(session={}, context={"System": {"application": {"applicationId": [SKILL]}}})
    assert not door.opens(AMAZON.letter(envelope))


@pytest.mark.parametrize("body", [b"[]", b"null", b'"LaunchRequest"'])
def test_a_signed_body_must_be_a_json_object(body: bytes, door: Door) -> None:
    assert door.refusal(sign(body)) == "the body is not a JSON object"


@pytest.mark.parametrize("body", [b"", b'{"request": []}', b"\xff\xfe{}", b"[" * 100_000, b"1" * 5000])
def test_a_signed_body_that_is_no_envelope_is_refused(body: bytes, door: Door) -> None:
    assert not door.opens(sign(body))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(SKILL),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(HEADERS) | st.text(), st.text() | st.text().map(ADDRESS.__add__)), st.binary())
def test_whatever_comes_in_the_refusal_is_the_only_way_out(headers: dict[str, str], body: bytes) -> None:
    assert not Door().opens(Letter(headers, body))


@given(JSON)
@settings(deadline=None)
def test_whatever_is_signed_the_refusal_is_the_only_way_out(envelope: object) -> None:
    Door().opens(sign(json.dumps(envelope).encode()))


@given(st.binary(max_size=40), st.integers(min_value=0), st.booleans())
@settings(deadline=None)
@pytest.mark.filterwarnings("ignore::cryptography.utils.CryptographyDeprecationWarning")
def test_whatever_lies_in_the_bucket_the_refusal_is_the_only_way_out(noise: bytes, place: int, armoured: bool) -> None:
    door = Door()
    door.bucket.files["chain.pem"] = _spoilt(door.bucket.files["chain.pem"], noise, place, armoured)
    door.trusts(sign(b"{}"))


def _spoilt(chain: bytes, noise: bytes, place: int, armoured: bool) -> bytes:
    """The chain with some bytes written over: in its text, or inside the armour, where it stays well-formed base64."""
    if not armoured:
        return _written_over(chain, noise, place)
    leaf, _, rest = chain.partition(END)
    body = base64.b64decode(leaf.removeprefix(BEGIN))
    return BEGIN + base64.encodebytes(_written_over(body, noise, place)) + END + rest


def _written_over(text: bytes, noise: bytes, place: int) -> bytes:
    place %= len(text)
    return text[:place] + noise + text[place + len(noise) :]
