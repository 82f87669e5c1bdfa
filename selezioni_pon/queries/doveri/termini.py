"""The published calls: about to close for who may apply, closed for who directs."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.models import Avviso, Invio
from selezioni_pon.queries.destinatari import in_servizio, riguarda_il_personale
from selezioni_pon.queries.doveri.bozze import SETTIMANA
from selezioni_pon.queries.doveri.candidature import hanno_cominciato
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.esterni import registrati, riguarda_gli_esterni
from selezioni_pon.rules.impossibilita import INTERPELLO
from selezioni_pon.rules.termine import PERENTORIO

ESITO: Final = "selezioni.esito."
SCADE: Final = "selezioni.scade."
Persone = Callable[[int, date], QuerySet[Persona]]
LIBERO: Final = "Candidarsi non è obbligatorio: come si fa è scritto nell’avviso."


def doveri(avvisi: Sequence[Avviso], adesso: datetime, *, prima: int) -> Iterator[Dovere]:
    """Of who may apply in the last ``prima`` days of a call for them, then of who directs.

    One query for who has begun to apply; one at most for the staff, one for those who have
    registered from outside, one for each call that is over.
    """
    oggi = timezone.localdate(adesso)
    chi, cominciate = _Destinatari(oggi), hanno_cominciato(avvisi)
    for avviso in avvisi:
        if avviso.scade is None:
            continue
        if not aperto(avviso, adesso):
            # Once somebody applied, the commission and the ranking wait for their own.
            if not _con_domande(avviso):
                yield _esito(avviso, avviso.scade)
            continue
        dal = timezone.localdate(avviso.scade) - timedelta(days=prima)
        if dal <= oggi:
            # Who has begun is told of the own application (``candidature``).
            restano = [pk for pk in chi.di(avviso) if (avviso.pk, pk) not in cominciate]
            yield from _in_scadenza(avviso, avviso.scade, dal, restano)


class _Destinatari:
    """Who may apply to the calls of one school on a day, each kind of people read once."""

    def __init__(self, oggi: date) -> None:
        self.oggi = oggi
        self.letti: dict[Persone, list[int]] = {}

    def di(self, avviso: Avviso) -> list[int]:
        """The ids for a call: of who works here, of who has registered, each once."""
        quali = [
            leggi
            for riguarda, leggi in (
                (riguarda_il_personale, in_servizio), (riguarda_gli_esterni, registrati)
            )
            if riguarda(avviso)
        ]  # fmt: skip
        return list(dict.fromkeys(pk for leggi in quali for pk in self._letti(avviso, leggi)))

    def _letti(self, avviso: Avviso, leggi: Persone) -> list[int]:
        if leggi not in self.letti:
            persone = leggi(avviso.istituto_id, self.oggi)
            self.letti[leggi] = list(persone.values_list("pk", flat=True))
        return self.letti[leggi]


def _con_domande(avviso: Avviso) -> bool:
    return Invio.objects.filter(
        istituto_id=avviso.istituto_id, candidatura__avviso=avviso,
        sostituito_il__isnull=True, ritirato_il__isnull=True,
    ).exists()  # fmt: skip


def _esito(avviso: Avviso, scade: datetime) -> Dovere:
    giorno = timezone.localdate(scade)
    testo = (
        f"Il termine è passato: {giorno_e_ora(scade)}. Se le domande non bastano si accerta "
        "l’impossibilità, e ci si può rivolgere ad altri."
    )
    return Dovere(
        chiave=f"{ESITO}{avviso.pk}",
        titolo=f"Avviso per «{avviso.selezione.ruolo}» scaduto: registra com’è andata",
        dettaglio=testo,
        verbo="Apri",
        pagina="selezioni:avviso",
        oggetto=avviso.pk,
        visibile_dal=giorno,
        entro_il=giorno + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("esito", INTERPELLO, testo),),
    )


def _in_scadenza(
    avviso: Avviso, scade: datetime, dal: date, personale: Sequence[int]
) -> Iterator[Dovere]:
    testo = f"Domande fino a {giorno_e_ora(scade)}. {LIBERO}"
    for chi in personale:
        yield Dovere(
            chiave=f"{SCADE}{avviso.pk}.{chi}",
            titolo=f"Sta per scadere l’avviso per «{avviso.selezione.ruolo}»",
            dettaglio=testo,
            verbo="Leggi",
            pagina="selezioni:avviso",
            oggetto=avviso.pk,
            visibile_dal=dal,
            entro_il=timezone.localdate(scade),
            persona=chi,
            perche=(Motivo("termine", PERENTORIO, testo),),
        )
