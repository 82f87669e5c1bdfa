"""The term of who may ask, the call to close, the preconditions to check."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from bonus_merito.enums import StatoProcedura, StatoRichiesta
from bonus_merito.queries.doveri.quadro import Aperta
from bonus_merito.queries.doveri.termini import SETTIMANA
from bonus_merito.queries.partecipanti import partecipanti
from bonus_merito.queries.regole import parametri_di, regole_di
from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import giorno_e_ora, plurale

CHIUDI: Final = "bonus.chiudi."
RIPRESA: Final = "È stata ripresa: finché non si invia di nuovo non conta. Si invia fino a {}."


def doveri(una: Aperta, adesso: datetime) -> Iterator[Dovere]:
    """Of the teachers until the term; then of who directs and of the office. One query at most."""
    aperta = una.procedura.stato == StatoProcedura.APERTA
    if aperta and una.procedura.scade is not None and adesso < una.procedura.scade:
        yield from _di_chi_chiede(una, una.procedura.scade, timezone.localdate(adesso))
    elif aperta and una.procedura.scade is not None:
        yield _da_chiudere(una, una.procedura.scade)
    if una.procedura.stato in (StatoProcedura.APERTA, StatoProcedura.IN_VALUTAZIONE):
        yield from _requisiti(una)


def _di_chi_chiede(una: Aperta, scade: datetime, oggi: date) -> Iterator[Dovere]:
    """Who has not asked is told that one may; who has begun, that it is to be sent."""
    fatte = {StatoRichiesta.INVIATA.value, StatoRichiesta.RITIRATA.value}
    testo = f"Si può chiedere fino a {giorno_e_ora(scade)}. Chiedere non è obbligatorio."
    fonte = _fonte_del_termine(una)
    chi_puo = partecipanti(una.procedura, oggi).values_list("pk", flat=True)
    for chi in chi_puo:
        stato = una.stati.get(chi)
        if stato in fatte:
            continue
        titolo = "Richiesta per il bonus da inviare" if stato else "Bonus: si può chiedere"
        detto = testo
        if chi in una.riprese:
            titolo, detto = f"{titolo} di nuovo", RIPRESA.format(giorno_e_ora(scade))
        yield Dovere(
            chiave=f"bonus.richiesta.{una.pk}.{chi}",
            titolo=f"{titolo}, {una.anno}",
            dettaglio=detto,
            verbo="Continua" if stato else "Apri",
            pagina="bonus:mia",
            oggetto=una.pk,
            visibile_dal=timezone.localdate(una.procedura.aperta_il),
            entro_il=timezone.localdate(scade),
            persona=chi,
            perche=(Motivo("richiesta", fonte, detto),),
        )


def _da_chiudere(una: Aperta, scade: datetime) -> Dovere:
    giorno = timezone.localdate(scade)
    testo = f"Il termine è passato: {giorno_e_ora(scade)}. Chiuse le richieste si valuta."
    return Dovere(
        chiave=f"{CHIUDI}{una.pk}",
        titolo=f"Richieste del bonus {una.anno} da chiudere",
        dettaglio=testo,
        verbo="Apri",
        pagina="bonus:procedura",
        oggetto=una.pk,
        visibile_dal=giorno,
        entro_il=giorno + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("chiusura", _fonte_del_termine(una), testo),),
    )


def _requisiti(una: Aperta) -> Iterator[Dovere]:
    if not una.da_controllare or una.procedura.scade is None:
        return
    scade = timezone.localdate(una.procedura.scade)
    testo = (
        "Di chi partecipa si controllano ruolo, giorni di assenza e sanzioni: senza, non si può "
        "decretare."
    )
    yield Dovere(
        chiave=f"bonus.requisiti.{una.pk}",
        titolo=plurale(
            una.da_controllare,
            "persona di cui controllare i requisiti per il bonus",
            "persone di cui controllare i requisiti per il bonus",
        ),
        dettaglio=testo,
        verbo="Controlla",
        pagina="bonus:requisiti",
        oggetto=una.pk,
        visibile_dal=timezone.localdate(una.procedura.aperta_il),
        entro_il=scade + SETTIMANA,
        ruolo=Ruolo.SEGRETERIA_PERSONALE,
        perche=(Motivo("requisiti", regole_di(una.procedura).esclusioni.fonte, testo),),
    )


def _fonte_del_termine(una: Aperta) -> str:
    """Who says that one asks within a term: as the procedure keeps it."""
    return parametri_di(una.procedura)["bonus.richiesta_entro"].fonte
