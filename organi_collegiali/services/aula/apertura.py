"""The opening of a sitting: roll call, legal number, who presides and who writes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.errori import esigi
from organi_collegiali.models import Convocato, Seduta
from organi_collegiali.queries.aula.appello import movimenti
from organi_collegiali.queries.presenze import Presenze, presenze
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula import appello, cariche_di_seduta
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.motivi import Violazione
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.verbali.verbali import apri_verbale


@transaction.atomic
def apri_seduta(
    *, autore: Contesto, adesso: datetime, seduta_id: int, presiede_id: int, verbalizza_id: int
) -> Seduta:
    """Call the sitting to order: from now the presences count and the items are dealt with.

    ``presiede_id`` and ``verbalizza_id`` are persons who are in, two different ones (who writes
    may be somebody invited without a vote: the DSGA in the Giunta). Those marked at the roll call
    are in from this instant; the others are absent, justified if they had written so. Raises
    AttoRifiutato before the hour of the notice and without the legal number.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.CONVOCATA)
    chi = presenze(seduta)
    giudizio, ora = _giudizio(seduta, chi, adesso), timezone.localtime(adesso)
    esigi(appello.verifica_apertura(ora, inizio=_inizio(seduta), giudizio=giudizio))
    esigi(_verifica_cariche(seduta, chi, adesso, presiede_id, verbalizza_id))
    movimenti(seduta).order_by().update(quando=adesso)
    _registra_appello(chi, adesso)
    seduta.stato, seduta.aperta_il = StatoSeduta.IN_CORSO, adesso
    seduta.in_carica = len(chi.con_voto)
    seduta.presiede_id, seduta.verbalizza_id = presiede_id, verbalizza_id
    tocca(seduta, adesso, "stato", "aperta_il", "in_carica", "presiede", "verbalizza")
    _annota(autore, adesso, seduta, "apre la seduta", giudizio, len(chi.votanti(adesso)))
    return seduta


@transaction.atomic
def dichiara_deserta(*, autore: Contesto, adesso: datetime, seduta_id: int) -> Seduta:
    """Put on record that the legal number was missing (`001` art. 1): it is convened again.

    Who had come and who had not stays written: the second notice goes to those who did not.
    Raises AttoRifiutato before the hour of the notice, and when the legal number is there.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.CONVOCATA)
    chi = presenze(seduta)
    giudizio, ora = _giudizio(seduta, chi, adesso), timezone.localtime(adesso)
    esigi(appello.verifica_deserta(ora, inizio=_inizio(seduta), giudizio=giudizio))
    _registra_appello(chi, adesso)
    seduta.stato, seduta.chiusa_il = StatoSeduta.DESERTA, adesso
    seduta.in_carica = len(chi.con_voto)
    seduta.verbalizza_id = seduta.verbalizza_id or autore.persona.pk
    tocca(seduta, adesso, "stato", "chiusa_il", "in_carica", "verbalizza")
    _annota(
        autore, adesso, seduta, "dichiara deserta la seduta", giudizio, len(chi.votanti(adesso))
    )
    apri_verbale(autore=autore, adesso=adesso, seduta=seduta)
    return seduta


@transaction.atomic
def cambia_cariche(
    *, autore: Contesto, adesso: datetime, seduta_id: int, presiede_id: int, verbalizza_id: int
) -> Seduta:
    """Another presides or writes from now on: who did went out, or has an interest in the item."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)
    chi = presenze(seduta)
    esigi(_verifica_cariche(seduta, chi, adesso, presiede_id, verbalizza_id))
    prima = {"presiede": seduta.presiede_id, "verbalizza": seduta.verbalizza_id}
    seduta.presiede_id, seduta.verbalizza_id = presiede_id, verbalizza_id
    tocca(seduta, adesso, "presiede", "verbalizza")
    annota(
        autore=autore,
        adesso=adesso,
        azione="cambia chi presiede o verbalizza",
        oggetto=seduta,
        dati={"prima": prima, "presiede": presiede_id, "verbalizza": verbalizza_id},
    )
    return seduta


def _inizio(seduta: Seduta) -> datetime:
    return timezone.localtime(seduta.inizio_previsto)


def _giudizio(seduta: Seduta, chi: Presenze, adesso: datetime) -> GiudizioPresenze:
    return chi.giudizio(regole(seduta.organo, timezone.localdate(adesso)), adesso)


def _verifica_cariche(
    seduta: Seduta, chi: Presenze, adesso: datetime, presiede_id: int, verbalizza_id: int
) -> list[Violazione]:
    dentro = chi.dentro(adesso)
    return cariche_di_seduta.verifica_cariche(
        presiede_id,
        verbalizza_id,
        votano={c.persona_id for c in chi.con_voto if c.pk in dentro},
        presenti={c.persona_id for c in chi.convocati if c.pk in dentro},
        da_solo=len(chi.con_voto) == 1,
    )


def _registra_appello(chi: Presenze, adesso: datetime) -> None:
    """Write down how each answered; nobody has gone out yet."""
    dentro = {movimento.componente for movimento in chi.movimenti}
    for convocato in chi.convocati:
        convocato.presenza = appello.presenza_all_appello(
            dentro=convocato.pk in dentro,
            risposta=convocato.risposta,
            presenza=convocato.presenza,
        )
    Convocato.objects.bulk_update(chi.convocati, ["presenza"])


def _annota(  # noqa: PLR0917 -- an act is who, when, what, and on which count
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    azione: str,
    giudizio: GiudizioPresenze,
    presenti: int,
) -> None:
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={
            "in_carica": seduta.in_carica,
            "presenti": presenti,
            "numero_legale": giudizio.numero_legale,
            "presiede": seduta.presiede_id,
            "verbalizza": seduta.verbalizza_id,
        },
    )
