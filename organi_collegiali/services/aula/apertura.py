"""The opening of a sitting: roll call, legal number, who presides and who writes."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula.appello import movimenti
from organi_collegiali.queries.presenze import Presenze, presenze
from organi_collegiali.rules.aula import appello, cariche_di_seduta
from organi_collegiali.services.aula.chiamata import annota_appello, registra_appello
from organi_collegiali.services.aula.presenze_in_atto import al_momento
from organi_collegiali.services.blocco import blocca_seduta, tocca


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
    giudizio, ora, inizio = al_momento(seduta, chi, adesso)
    esigi(appello.verifica_apertura(ora, inizio=inizio, giudizio=giudizio))
    esigi(_verifica_cariche(seduta, chi, adesso, presiede_id, verbalizza_id))
    movimenti(seduta).order_by().update(quando=adesso)
    registra_appello(chi)
    seduta.stato, seduta.aperta_il = StatoSeduta.IN_CORSO, adesso
    seduta.in_carica = len(chi.con_voto)
    seduta.presiede_id, seduta.verbalizza_id = presiede_id, verbalizza_id
    tocca(seduta, adesso, "stato", "aperta_il", "in_carica", "presiede", "verbalizza")
    quanti = len(chi.votanti(adesso))
    annota_appello(autore, adesso, seduta, "apre la seduta", giudizio=giudizio, presenti=quanti)
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
