"""The person behind a registration, and the role with which one reads the calls for outside."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.queries import in_vigore
from cpia.scuola.rules import leggi_codice_fiscale
from selezioni_pon.queries.esterni import di_questo_codice, lavora_qui
from selezioni_pon.rules.esterni import nascita, ruolo_fino_al

ATTO: Final = "Registrazione per gli avvisi di selezione"


@dataclass(frozen=True, slots=True)
class DatiCandidato:
    """What one writes of oneself to register; the codice fiscale and the e-mail in plain form."""

    cognome: str
    nome: str
    codice_fiscale: str
    email: str


def persona_di(
    istituto: Istituto, dati: DatiCandidato, oggi: date, *, da_accertare: bool = False
) -> Persona:
    """The person with this codice fiscale, locked, or a new one; part of who registers.

    ``da_accertare``: nobody has seen a document, so who is new only applies until somebody has.
    What the school knows already is not changed. The day of birth, which a tie may ask for, is
    the one that the code says.
    """
    nato = nascita(dati.codice_fiscale, oggi)
    persona, _ = Persona.objects.get_or_create(
        istituto=istituto,
        codice_fiscale=dati.codice_fiscale,
        defaults={
            "cognome": dati.cognome,
            "nome": dati.nome,
            "email": dati.email,
            "sesso": leggi_codice_fiscale(dati.codice_fiscale).sesso,
            "data_nascita": nato,
            "identita_da_accertare": da_accertare,
        },
    )
    bloccata = (
        di_questo_codice(istituto.pk, dati.codice_fiscale)
        .select_for_update(of=("self",))
        .get(pk=persona.pk)
    )
    bloccata.istituto = istituto
    if bloccata.data_nascita is None:
        bloccata.data_nascita = nato
        bloccata.save(update_fields=["data_nascita"])
    return bloccata


def dai_ruolo(persona: Persona, oggi: date) -> Incarico | None:
    """Give the role, or let the one that is held last as long; part of who registers.

    None for who works in the school, and reads the calls already.
    """
    if lavora_qui(persona, oggi):
        return None
    al = ruolo_fino_al(oggi)
    tenuto = (
        Incarico.objects.select_for_update()
        .filter(
            in_vigore(oggi), istituto_id=persona.istituto_id, persona=persona,
            ruolo=Ruolo.CANDIDATO,
        )
        .order_by("al")
        .last()
    )  # fmt: skip
    if tenuto is None:
        return Incarico.objects.create(
            istituto_id=persona.istituto_id, persona=persona, ruolo=Ruolo.CANDIDATO, dal=oggi,
            al=al, atto=ATTO,
        )  # fmt: skip
    if tenuto.al is not None and tenuto.al < al:
        tenuto.al = al
        tenuto.save(update_fields=["al"])
    return tenuto
