"""To let somebody hold roles in the place of who is absent."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from cpia.scuola.access import Contesto
from cpia.scuola.incarichi import rules
from cpia.scuola.incarichi.queries import titoli
from cpia.scuola.incarichi.rules import Periodo, Rifiuto
from cpia.scuola.incarichi.services.comuni import (
    bloccato,
    contro_identita,
    dati_di,
    dell_autore,
    esigi,
    uno_alla_volta,
)
from cpia.scuola.models import Incarico, Persona
from cpia.scuola.registri import annota


@transaction.atomic
def sostituisci_titolare(
    *,
    autore: Contesto,
    adesso: datetime,
    incarichi: Sequence[Incarico],
    sostituto: Persona,
    dal: date,
    al: date,
    atto: str,
) -> list[Incarico]:
    """Let a person hold these incarichi in the place of who is absent, for those days only.

    Raises ``IncaricoRifiutato`` for days outside the incarichi, for one that somebody stands in
    for already, for a substitute who holds it already or whose identity nobody has checked yet.
    """
    uno_alla_volta(autore)
    titolari = [bloccato(autore, incarico) for incarico in incarichi]
    esigi(
        *(dell_autore(autore, titolare, sostituto) for titolare in titolari),
        contro_identita(sostituto, "sostituto"),
        rules.giudica_sostituzione(
            [titoli.come_titolo(titolare) for titolare in titolari],
            sostituto=sostituto.pk,
            periodo=Periodo(dal, al),
            oggi=autore.oggi,
            altri=titoli.intorno_alla_sostituzione(titolari, sostituto),
        ),
        [Rifiuto("incarichi", "Un incarico scelto è revocato.") for t in titolari if t.revocato_il],
    )
    nuovi = [_al_posto_di(titolare, sostituto, dal, al, atto.strip()) for titolare in titolari]
    for titolare, nuovo in zip(titolari, nuovi, strict=True):
        _annota_su_entrambi(autore, adesso, titolare, nuovo)
    return nuovi


def _al_posto_di(
    titolare: Incarico, sostituto: Persona, dal: date, al: date, atto: str
) -> Incarico:
    """The same incarico, of another person, for those days."""
    return Incarico.objects.create(
        istituto_id=titolare.istituto_id,
        persona=sostituto,
        ruolo=titolare.ruolo,
        sede=titolare.sede,
        classe=titolare.classe,
        cattedra=titolare.cattedra,
        sostituisce=titolare,
        dal=dal,
        al=al,
        atto=atto,
    )


def _annota_su_entrambi(
    autore: Contesto, adesso: datetime, titolare: Incarico, nuovo: Incarico
) -> None:
    """Who looks at the incarico of the holder must see too who acted in its place."""
    for oggetto in (nuovo, titolare):
        annota(
            autore=autore,
            adesso=adesso,
            azione="sostituisce titolare",
            oggetto=oggetto,
            dati={**dati_di(nuovo), "titolare": titolare.persona_id},
        )
