"""Our verifier beside Amazon's own (ask-sdk-webservice-support), over the whole matrix.

Amazon's cannot be imported where OpenSSL's patch number has two digits, as on Debian: docs/adr/0004 says why.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from channels.alexa.verifier import NotFromAlexa, Verifier
from tests.channels.alexa.signing import CASES, SKILL, Amazon, Case, Letter

PACKAGE = "ask_sdk_webservice_support"
# Amazon's stumbles (TypeError) over a time without a zone; ours takes it for UTC.
DIFFERENT = {"naive"}


def _why_not() -> str:
    """Why Amazon's verifier cannot be used here; empty where it can."""
    try:
        unusable: type[Exception] = import_module("oscrypto.errors").LibraryNotFoundError
    except ImportError as error:
        return f"{PACKAGE} is not installed ({error})"
    try:
        import_module(f"{PACKAGE}.webservice_handler")
    except ImportError as error:
        return f"{PACKAGE} is not installed ({error})"
    except unusable as error:
        return f"{PACKAGE} cannot be imported on this system ({error})"
    return ""


WHY_NOT = _why_not()
pytestmark = [
    pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT),
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture
def amazon() -> Amazon:
    """Of this moment: Amazon's verifier looks at the real clock."""
    return Amazon.founded(datetime.now(UTC))


@pytest.fixture
def theirs(amazon: Amazon, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Amazon's handler, with nothing changed but the roots it trusts and where it finds the chains."""
    module, certvalidator = import_module(f"{PACKAGE}.verifier"), import_module("certvalidator")
    roots = [root.public_bytes(Encoding.DER) for root in amazon.roots]

    def validator(leaf: bytes, intermediates: list[bytes]) -> Any:
        context = certvalidator.ValidationContext(trust_roots=roots)
        return certvalidator.CertificateValidator(leaf, intermediates, validation_context=context)

    bucket = amazon.bucket()
    monkeypatch.setattr(module, "CertificateValidator", validator)
    monkeypatch.setattr(module, "urlopen", lambda url: BytesIO(bucket.fetch(_plain(url))))
    return import_module(f"{PACKAGE}.webservice_handler").WebserviceSkillHandler(_skill())


def _plain(url: str) -> str:
    """What a real bucket makes of the spellings in the matrix."""
    return url.lower().partition("?")[0].replace(":443", "").replace("/../echo.api", "")


def _skill() -> Any:
    builder = import_module("ask_sdk_core.skill_builder").SkillBuilder()
    builder.skill_id = SKILL
    builder.request_handler(lambda _: True)(lambda handler_input: handler_input.response_builder.response)
    return builder.create()


def _they_accept(handler: Any, letter: Letter) -> bool:
    # It refuses with whatever happens to be raised, and not with its VerificationException alone.
    with suppress(Exception):
        handler.verify_request_and_dispatch(letter.headers, letter.body.decode())
        return True
    return False


def _we_accept(amazon: Amazon, letter: Letter) -> bool:
    ours = Verifier(
        roots=amazon.roots,
        fetch=amazon.bucket().fetch,
        clock=lambda: datetime.now(UTC),
        skill_ids=frozenset({SKILL}),
    )
    with suppress(NotFromAlexa):
        ours.read(letter.headers, letter.body)
        return True
    return False


@pytest.mark.parametrize("case", [case for case in CASES if case.name not in DIFFERENT], ids=lambda case: case.name)
def test_both_verifiers_agree(case: Case, amazon: Amazon, theirs: Any) -> None:
    letter = case.write(amazon)
    assert (_they_accept(theirs, letter), _we_accept(amazon, letter)) == (case.accepted, case.accepted)


@pytest.mark.parametrize("case", [case for case in CASES if case.name in DIFFERENT], ids=lambda case: case.name)
def test_the_known_differences_still_stand(case: Case, amazon: Amazon, theirs: Any) -> None:
    letter = case.write(amazon)
    assert (_they_accept(theirs, letter), _we_accept(amazon, letter)) == (False, True)
