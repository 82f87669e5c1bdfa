"""Who has asked to register from outside, and may not go on alone any more."""

from datetime import timedelta

from cpia.scuola import tenancy
from cpia.scuola.models import Istituto, Persona
from selezioni_pon.models import RegistrazioneCandidato
from selezioni_pon.services.esterni.richiesta import impronta
from tests.factories.scuola import ADESSO

CODICE_FISCALE = "RSSMRA80A01H501U"


def codice_della_registrazione(istituto: Istituto) -> str:
    """The code of a link: meanwhile the school knows somebody with this codice fiscale.

    So the page opens, and its button leads to the office.
    """
    tenancy.imposta(istituto_id=istituto.pk)
    codice = f"codice-di-{istituto.slug}"
    Persona.objects.get_or_create(
        istituto=istituto, codice_fiscale=CODICE_FISCALE,
        defaults={"cognome": "Rossi", "nome": "Mario", "email": "di-prima@example.it"},
    )  # fmt: skip
    RegistrazioneCandidato.objects.get_or_create(
        istituto=istituto, impronta_codice=impronta(codice),
        defaults={
            "cognome": "Rossi", "nome": "Mario", "codice_fiscale": CODICE_FISCALE,
            "email": "adesso@example.it", "chiesta_il": ADESSO,
            "scade_il": ADESSO + timedelta(hours=48),
        },
    )  # fmt: skip
    return codice
