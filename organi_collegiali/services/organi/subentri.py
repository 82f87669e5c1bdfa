"""The seat that an elected member leaves passes to the first of the non-elected."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Componente, Titolo
from organi_collegiali.models import Candidatura, Mandato
from organi_collegiali.queries.organi.subentri import Subentro, subentro_di
from organi_collegiali.rules.organi import seggi as rules
from organi_collegiali.services.organi.nomine import blocca_organo
from organi_collegiali.services.organi.posti import (
    esigi_che_non_sieda,
    esigi_del_consiglio,
    esigi_posti,
)


@transaction.atomic
def fa_subentrare(
    *,
    autore: Contesto,
    adesso: datetime,
    mandato_id: int,
    dal: date,
    atto: str = "",
    estratto: int | None = None,
) -> Mandato:
    """Let the first of the non-elected of the same list take the seat of who left it.

    ``mandato_id`` is the mandate that is over; ``estratto`` the candidature drawn by lot where
    several are level. The new mandate ends when that would have (D.Lgs. 297/1994 art. 35). Raises
    AttoRifiutato when the list has nobody left: an election is needed.
    """
    cessato = (
        Mandato.objects.select_for_update(of=("self",))
        .select_related("organo", "persona")
        .get(pk=mandato_id, istituto=autore.istituto)
    )
    organo = blocca_organo(autore, cessato.organo_id)
    if not cessato.cessato_per or cessato.al is None or cessato.al >= dal:
        raise rifiuta("posto_occupato", "Chi siede in questo posto non è ancora cessato.")
    if Mandato.objects.filter(subentra_a=cessato).exists():
        raise rifiuta("gia_subentrato", "In questo posto è già subentrato qualcuno.")
    esigi_posti(organo, Componente(cessato.componente), 1, dal)
    primo = _primo(subentro_di(cessato, dal), estratto)
    esigi(rules.verifica_periodo(dal, primo.elezione.al, organo.dal))
    esigi_che_non_sieda(organo, primo.persona, dal)
    esigi_del_consiglio(
        organo, primo.persona_id, Componente(cessato.componente), Titolo.ELETTO, dal
    )
    mandato = Mandato.objects.create(
        istituto=autore.istituto, organo=organo, persona=primo.persona, subentra_a=cessato,
        componente=cessato.componente, titolo=Titolo.ELETTO, con_voto=cessato.con_voto,
        lista=primo.lista, dal=dal, al=primo.elezione.al, atto=atto,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="fa subentrare in organo", oggetto=organo,
        dati={
            "mandato": mandato.pk, "al_posto_di": cessato.pk, "atto": atto, "estratto": estratto,
        },
    )  # fmt: skip
    return mandato


def _primo(subentro: Subentro, estratto: int | None) -> Candidatura:
    """Who takes the seat. Raises AttoRifiutato: nobody is left, or the lot is not drawn yet."""
    if not subentro.primi:
        testo = (
            "La lista è esaurita, o l’elezione non è nel portale: occorre un’elezione suppletiva."
        )
        raise rifiuta("lista_esaurita", testo, "O.M. 215/1991, art. 53")
    primo = subentro.scelto(estratto)
    if primo is None:
        fonte = subentro.parita.fonte if subentro.parita else ""
        testo = f"In {len(subentro.primi)} hanno gli stessi voti: indica chi è estratto a sorte."
        raise AttoRifiutato([Violazione("sorteggio", testo, fonte, "estratto")])
    return primo
