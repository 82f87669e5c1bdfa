"""Mandates given and ended by the office with its act."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.rules import da_accertare
from organi_collegiali.enums import (
    Cambiamento,
    Carica,
    Componente,
    RegolaPresidente,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.organi.seggi import seggi
from organi_collegiali.rules.organi import seggi as rules
from organi_collegiali.services.organi.mandati import blocca_mandato
from organi_collegiali.services.organi.posti import esigi_che_non_sieda, esigi_del_consiglio


@dataclass(frozen=True, slots=True)
class DatiMandato:
    """What the office writes of somebody who comes to sit."""

    persona: Persona
    componente: Componente
    titolo: Titolo
    dal: date
    al: date | None = None
    con_voto: bool = True
    qualifica: str = ""
    lista: str = ""
    atto: str = ""
    supplente_di: Mandato | None = None


@transaction.atomic
def nomina_componente(
    *, autore: Contesto, adesso: datetime, organo_id: int, dati: DatiMandato
) -> Mandato:
    """Give somebody a seat of an organ, or make a substitute of who holds one.

    Of the office and the direction. Raises AttoRifiutato when there is no such seat or it is
    taken, when the person sits there already, when the days do not hold together, and for whose
    identity nobody has checked yet.
    """
    organo = blocca_organo(autore, organo_id)
    if dati.persona.identita_da_accertare:
        testo = da_accertare(dati.persona.nome_e_cognome)
        raise rifiuta("identita_da_accertare", testo, "", "persona")
    esigi_che_non_sieda(organo, dati.persona, dati.dal)
    esigi(rules.verifica_periodo(dati.dal, dati.al, organo.dal))
    esigi_del_consiglio(
        organo, dati.persona.pk, dati.componente, dati.titolo, max(dati.dal, autore.oggi)
    )
    if dati.supplente_di is None:
        occupati = seggi(organo, max(dati.dal, autore.oggi))
        esigi(rules.verifica_posto(occupati, dati.componente, dati.titolo, con_voto=dati.con_voto))
    mandato = Mandato.objects.create(
        istituto=autore.istituto,
        organo=organo,
        persona=dati.persona,
        componente=dati.componente,
        titolo=dati.titolo,
        # A commissario straordinario is the whole organ, and presides it.
        carica=Carica.PRESIDENTE if organo.tipo == TipoOrgano.COMMISSARIO else "",
        con_voto=dati.con_voto,
        qualifica=dati.qualifica,
        lista=dati.lista,
        supplente_di=dati.supplente_di,
        dal=dati.dal,
        al=dati.al,
        atto=dati.atto,
    )
    annota(
        autore=autore, adesso=adesso, azione="nomina componente di organo", oggetto=organo,
        dati={"mandato": mandato.pk, "persona": dati.persona.pk, "atto": dati.atto},
    )  # fmt: skip
    return mandato


@transaction.atomic
def cessa_mandato(
    *,
    autore: Contesto,
    adesso: datetime,
    mandato_id: int,
    motivo: Cambiamento,
    ultimo_giorno: date,
    atto: str = "",
) -> Mandato:
    """End a mandate before its term: resignation, loss of the requirements, renewal.

    For absences there is ``dichiara_decadenza``. Raises AttoRifiutato.
    """
    mandato = blocca_mandato(autore, mandato_id)
    if motivo is Cambiamento.DECADENZA:
        raise rifiuta("usa_decadenza", "La decadenza per assenze si dichiara con il suo atto.")
    esigi(rules.verifica_cessazione(ultimo_giorno, mandato.dal, mandato.al))
    mandato.al, mandato.cessato_per = ultimo_giorno, motivo
    mandato.save(update_fields=["al", "cessato_per"])
    annota(
        autore=autore, adesso=adesso, azione="cessa mandato", oggetto=mandato.organo,
        dati={
            "mandato": mandato.pk, "motivo": motivo, "fino_al": ultimo_giorno.isoformat(),
            "atto": atto,
        },
    )  # fmt: skip
    return mandato


@transaction.atomic
def conferisci_carica(
    *, autore: Contesto, adesso: datetime, mandato_id: int, carica: Carica | None, atto: str = ""
) -> Mandato:
    """Give a member an office of the organ, taking it from who held it; None takes it away.

    Elected at the first sitting or written by the office with its act. Raises AttoRifiutato.
    """
    mandato = blocca_mandato(autore, mandato_id)
    organo = blocca_organo(autore, mandato.organo_id)
    prima = None
    if carica is not None:
        regola = RegolaPresidente(organo.regola_presidente)
        componente = Componente(mandato.componente)
        esigi(rules.verifica_carica(carica, componente, regola, con_voto=mandato.con_voto))
        di_altri = Mandato.objects.select_for_update().exclude(pk=mandato.pk)
        prima = di_altri.filter(in_carica(autore.oggi), organo=organo, carica=carica).first()
    if prima is not None:
        prima.carica = ""
        prima.save(update_fields=["carica"])
    mandato.carica = carica or ""
    mandato.save(update_fields=["carica"])
    annota(
        autore=autore, adesso=adesso, azione="conferisce carica di organo", oggetto=organo,
        dati={
            "mandato": mandato.pk, "carica": mandato.carica, "prima": prima.pk if prima else None,
            "atto": atto,
        },
    )  # fmt: skip
    return mandato


def blocca_organo(autore: Contesto, organo_id: int) -> OrganoCollegiale:
    """The organ, locked: its seats are counted under this lock."""
    return OrganoCollegiale.objects.select_for_update(of=("self",)).get(
        pk=organo_id, istituto=autore.istituto
    )
