"""To give a role, and to move its last day."""

from datetime import date, datetime

from django.db import transaction

from cpia.scuola.access import Contesto
from cpia.scuola.incarichi import rules
from cpia.scuola.incarichi.queries import titoli
from cpia.scuola.incarichi.rules import Rifiuto
from cpia.scuola.incarichi.services.comuni import (
    bloccato,
    contro_identita,
    dati_di,
    dell_autore,
    esigi,
    uno_alla_volta,
)
from cpia.scuola.incarichi.services.effetti import fissa_termine
from cpia.scuola.models import Cattedra, Classe, Incarico, Persona, Sede
from cpia.scuola.registri import annota


@transaction.atomic
def conferisci_incarico(
    *,
    autore: Contesto,
    adesso: datetime,
    persona: Persona,
    ruolo: str,
    dal: date,
    atto: str,
    al: date | None = None,
    sede: Sede | None = None,
    classe: Classe | None = None,
    cattedra: Cattedra | None = None,
) -> Incarico:
    """Give a person a role, over what it is held, for these days, by this act.

    By the dirigente, the DSGA or the offices that record the act; nobody to oneself. Raises
    ``IncaricoRifiutato`` when it is held already or only one person may hold it, and for whose
    identity nobody has checked yet.
    """
    uno_alla_volta(autore)
    incarico = Incarico(
        istituto=autore.istituto,
        persona=persona,
        ruolo=ruolo,
        dal=dal,
        al=al,
        sede=sede,
        classe=cattedra.classe if cattedra else classe,
        cattedra=cattedra,
        atto=atto.strip(),
    )
    altri = titoli.dello_stesso_posto(incarico)
    esigi(
        dell_autore(autore, incarico),
        contro_identita(persona),
        rules.giudica_conferimento(titoli.come_titolo(incarico), altri),
    )
    incarico.save()
    annota(
        autore=autore,
        adesso=adesso,
        azione="conferisce incarico",
        oggetto=incarico,
        dati=dati_di(incarico),
    )
    return incarico


@transaction.atomic
def cambia_termine(
    *, autore: Contesto, adesso: datetime, incarico: Incarico, al: date | None, atto: str
) -> Incarico:
    """Move the last day of an incarico, by this act; who stands in for it ends no later.

    Raises ``IncaricoRifiutato`` for a day gone by, or one on which somebody else holds it.
    """
    incarico = bloccato(autore, incarico)
    altri = titoli.intorno_al_termine(incarico)
    esigi(
        dell_autore(autore, incarico),
        rules.giudica_termine(titoli.come_titolo(incarico), al, autore.oggi, altri),
        [Rifiuto("", "È revocato: se ne conferisce uno nuovo.")] if incarico.revocato_il else [],
    )
    fissa_termine(
        autore,
        adesso,
        incarico,
        al,
        azione="cambia termine incarico",
        perche={"atto": atto.strip()},
    )
    return incarico
