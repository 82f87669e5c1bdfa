"""A sitting without the legal number: it is put on record, and convened again."""

from datetime import datetime

from django.db import transaction

from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Seduta
from organi_collegiali.queries.aula.cariche import cariche_fra
from organi_collegiali.queries.presenze import Presenze, presenze
from organi_collegiali.rules.aula import appello
from organi_collegiali.rules.aula.cariche_di_seduta import chi_constata, verifica_constatazione
from organi_collegiali.services.aula.chiamata import annota_appello, registra_appello, segna
from organi_collegiali.services.aula.presenze_in_atto import al_momento
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.verbali.verbali import apri_verbale


@transaction.atomic
def dichiara_deserta(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta_id: int,
    presiede_id: int | None = None,
    verbalizza_id: int | None = None,
) -> Seduta:
    """Put on record that the legal number was missing (`001` art. 1): it is convened again.

    ``presiede_id`` is who ascertains it, ``verbalizza_id`` who writes: by the rule of the organ
    among those who came, else who declares it. They sign its minutes, which are opened with the
    figures of the count. Who had come and who had not stays written: the second notice goes to
    those who did not. Raises AttoRifiutato before the hour of the notice, and when the legal
    number is there.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.CONVOCATA)
    _constata(
        autore, adesso, seduta, presenze(seduta),
        presiede_id=presiede_id, verbalizza_id=verbalizza_id,
    )  # fmt: skip
    chi = presenze(seduta)
    giudizio, ora, inizio = al_momento(seduta, chi, adesso)
    esigi(appello.verifica_deserta(ora, inizio=inizio, giudizio=giudizio))
    registra_appello(chi)
    seduta.stato, seduta.chiusa_il = StatoSeduta.DESERTA, adesso
    seduta.in_carica = len(chi.con_voto)
    tocca(seduta, adesso, "stato", "chiusa_il", "in_carica", "presiede", "verbalizza")
    quanti = len(chi.votanti(adesso))
    annota_appello(
        autore, adesso, seduta, "dichiara deserta la seduta", giudizio=giudizio, presenti=quanti
    )
    apri_verbale(autore=autore, adesso=adesso, seduta=seduta, conto=giudizio.perche)
    return seduta


def _constata(
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    chi: Presenze,
    *,
    presiede_id: int | None,
    verbalizza_id: int | None,
) -> None:
    """Write on the sitting who ascertains and who writes; a member who does is there.

    Raises AttoRifiutato.
    """
    dentro = chi.dentro(adesso)
    venuti = [convocato for convocato in chi.convocati if convocato.pk in dentro]
    proposte = cariche_fra(seduta, venuti, autore.oggi)
    presenti = [convocato.persona_id for convocato in venuti]
    seduta.presiede_id, seduta.verbalizza_id = chi_constata(
        presiede_id or proposte.presiede,
        verbalizza_id or proposte.verbalizza,
        presenti=presenti,
        dichiara=autore.persona.pk,
    )
    if verbalizza_id:
        seduta.verbalizza_id = verbalizza_id
    esigi(
        verifica_constatazione(
            seduta.presiede_id,
            seduta.verbalizza_id,
            presenti=presenti,
            dichiara=autore.persona.pk,
        )
    )
    due = (seduta.presiede_id, seduta.verbalizza_id)
    for convocato in chi.convocati:
        if convocato.persona_id in due and convocato.pk not in dentro:
            convocato.seduta = seduta
            segna(autore=autore, adesso=adesso, convocato=convocato, suoi=(), a_distanza=False)
