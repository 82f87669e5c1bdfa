"""The outcomes of a decree, and what was asked after it."""

from bonus_merito.enums import StatoProcedura, TipoIstanza
from bonus_merito.models import Assegnazione, Istanza, Procedura
from bonus_merito.queries import visibili
from bonus_merito.queries.termini import termine_reclamo
from bonus_merito.queries.visibili import INTERESSATI, vesti_in
from bonus_merito.rules.istanze import ACCOLTE, Momento
from cpia.scuola.access import Contesto


def esiti_di(procedura: Procedura) -> list[Assegnazione]:
    """Everybody's, in the order of the decree. One query."""
    righe = Assegnazione.objects.filter(istituto_id=procedura.istituto_id, procedura=procedura)
    return list(righe.select_related("richiesta__persona", "lettera").order_by("ordine"))


def esito_di(procedura: Procedura, persona_id: int) -> Assegnazione | None:
    """That of one person."""
    righe = Assegnazione.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, richiesta__persona=persona_id
    )
    return righe.select_related("richiesta__persona", "richiesta__valutazione", "lettera").first()


def istanze_di(contesto: Contesto, procedura: Procedura) -> list[Istanza]:
    """What was asked and one may see, those without an answer first, by their term. One query."""
    tutte = visibili.istanze(contesto, procedura).select_related(
        "persona", "protocollo", "documento", "risposta_da"
    )
    return sorted(tutte, key=lambda una: (bool(una.esito), una.rispondere_entro, una.presentata_il))


def da_rispondere(procedura: Procedura) -> int:
    """How many wait for an answer."""
    return Istanza.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, esito=""
    ).count()


def momento_di(contesto: Contesto, procedura: Procedura, tipo: TipoIstanza) -> Momento:
    """Where the procedure stands for who wants to ask. Five queries at most."""
    termine = termine_reclamo(procedura)
    mie = Istanza.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, persona=contesto.persona,
        tipo=tipo.value,
    )  # fmt: skip
    return Momento(
        oggi=contesto.oggi,
        stato=StatoProcedura(procedura.stato),
        interessato=not vesti_in(contesto, procedura).isdisjoint(INTERESSATI),
        entro=termine.giorno if termine else None,
        aperta=mie.filter(esito="").exists(),
    )


def accolti_di(procedura: Procedura) -> list[Istanza]:
    """The complaints that were upheld, for which the outcome may be judged again. One query."""
    return list(
        Istanza.objects.filter(
            istituto_id=procedura.istituto_id, procedura=procedura,
            tipo=TipoIstanza.RECLAMO.value,
            esito__in=[esito.value for esito in ACCOLTE],
        ).select_related("persona", "protocollo").order_by("presentata_il", "pk")
    )  # fmt: skip


def istanze_proprie(procedura: Procedura, persona_id: int) -> list[Istanza]:
    """What somebody asked, the latest first. One query."""
    righe = Istanza.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, persona=persona_id
    )
    return list(righe.select_related("protocollo", "documento"))
