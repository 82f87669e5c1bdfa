"""The deliberations already taken: those of two Consigli from paper, those of a commissario."""

from collections.abc import Sequence
from datetime import date, datetime

from cpia.portale.dimostrazione.organi_delibere_piano import (
    ANTONIETTI,
    COMMISSARIO,
    PINOCCHIO,
    DeliberaDemo,
    SedutaDemo,
)
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.enums import (
    AttoEffetto,
    Carica,
    EsitoPunto,
    FormaVotazione,
    NaturaPunto,
    Premessa,
    Presenza,
    StatoSeduta,
    TipoOrgano,
)
from organi_collegiali.models import (
    Convocato,
    Delibera,
    Numeratore,
    OrganoCollegiale,
    Punto,
    Seduta,
    Seguito,
)
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.rules.delibere.frasario import FRASI
from organi_collegiali.rules.delibere.premesse import RigaPremessa
from organi_collegiali.services.delibere.albo_delibere import pubblica_delibera
from organi_collegiali.services.delibere.effetti import registra_effetto
from organi_collegiali.services.delibere.frasi import conta_frasi, semina_frasario
from organi_collegiali.services.delibere.senza_seduta import DatiAtto, adotta_atto

OGGI = date(2024, 6, 5)
PRIMA_DEL_COMMISSARIO = 40
DAL_CONSIGLIO = {"ic-pinocchio-montesicuro": (PINOCCHIO, 86), "iis-antonietti": (ANTONIETTI, 34)}
ALL_ALBO = (123, 126)


def popola(istituto: Istituto) -> None:
    """The book of phrases of a school, with its register or the acts of its commissario."""
    semina_frasario(istituto=istituto, frasi=FRASI)
    if istituto.slug in DAL_CONSIGLIO:
        _registro(istituto, *DAL_CONSIGLIO[istituto.slug])
    else:
        _commissario(istituto)


def popola_albo(istituto: Istituto) -> None:
    """Of the last sitting of the Consiglio two deliberations are on the albo since this morning."""
    consiglio = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.CONSIGLIO_ISTITUTO)
    pubblica(consiglio, ALL_ALBO, autore_il(istituto, OGGI, 8))


def _registro(istituto: Istituto, sedute: Sequence[SedutaDemo], primo: int) -> None:
    consiglio = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.CONSIGLIO_ISTITUTO)
    numero = primo
    for dati in sedute:
        registra_seduta(consiglio, dati, numero)
        numero += len(dati.delibere)


def registra_seduta(organo: OrganoCollegiale, dati: SedutaDemo, primo: int) -> Seduta:
    """A sitting from paper with its deliberations, numbered from ``primo``."""
    seduta = _seduta(organo, dati)
    for numero, riga in enumerate(dati.delibere, start=primo):
        _delibera(seduta, numero - primo + 1, numero, riga)
    _segna(organo, "delibere", primo + len(dati.delibere) - 1)
    _segna(organo, "sedute", dati.numero)
    return seduta


def autore_il(istituto: Istituto, giorno: date, ora: int = 9) -> Contesto:
    """The dirigente at an hour of a day."""
    dirigente = persone_con_ruolo(istituto.pk, Ruolo.DIRIGENTE, OGGI)[0]
    return compi(dirigente, istante(giorno, ora))


def _seduta(organo: OrganoCollegiale, dati: SedutaDemo) -> Seduta:
    inizio, fine = istante(dati.giorno, 17, 35), istante(dati.giorno, 19, 20)
    con_carica = {m.carica: m.persona for m in organo.mandati.exclude(carica="")}
    seduta = Seduta.objects.create(
        istituto=organo.istituto, organo=organo, numero=dati.numero, storica=True,
        inizio_previsto=istante(dati.giorno, 17, 30), aperta_il=inizio, chiusa_il=fine,
        stato=StatoSeduta.CHIUSA, in_carica=dati.in_carica, luogo="Aula magna", modificata_il=fine,
        preparata_da=autore_il(organo.istituto, OGGI).persona,
        presiede=con_carica.get(Carica.PRESIDENTE), verbalizza=con_carica.get(Carica.SEGRETARIO),
    )  # fmt: skip
    Convocato.objects.bulk_create(
        Convocato(
            istituto=organo.istituto, seduta=seduta, persona=mandato.persona, mandato=mandato,
            componente=mandato.componente, con_voto=mandato.con_voto, presenza=Presenza.PRESENTE,
        )
        for mandato in organo.mandati.filter(in_carica(dati.giorno)).select_related("persona")
    )  # fmt: skip
    return seduta


def _delibera(seduta: Seduta, ordine: int, numero: int, dati: DeliberaDemo) -> None:
    quando = seduta.aperta_il or seduta.modificata_il
    premesse = [{"premessa": parola, "testo": testo} for parola, testo in dati.premesse]
    comune = {"istituto": seduta.istituto, "seduta": seduta, "premesse": premesse,
              "su_persone": bool(dati.pubblico)}  # fmt: skip
    punto = Punto.objects.create(
        **comune, ordine=ordine, titolo=dati.oggetto, titolo_pubblico=dati.pubblico,
        natura=NaturaPunto.DELIBERA, testo_proposto=dati.testo, esito=EsitoPunto.DELIBERATO,
        riservato=dati.riservata,
    )  # fmt: skip
    delibera = Delibera.objects.create(
        **comune, organo=seduta.organo, punto=punto, numero=numero, adottata_il=quando,
        oggetto=dati.oggetto, oggetto_pubblico=dati.pubblico, testo=dati.testo, come=dati.come,
        forma=FormaVotazione.SEGRETA if dati.segreta else FormaVotazione.PALESE,
        esecutiva=dati.esecutiva, riservata=dati.riservata,
    )  # fmt: skip
    if not dati.pubblico:
        conta_frasi(istituto=seduta.istituto, righe=_righe(dati))
    _effetti(delibera, dati)
    _seguiti(delibera, dati)


def _righe(dati: DeliberaDemo) -> tuple[RigaPremessa, ...]:
    return tuple(RigaPremessa(Premessa(parola), testo) for parola, testo in dati.premesse)


def _effetti(delibera: Delibera, dati: DeliberaDemo) -> None:
    autore = autore_il(delibera.istituto, OGGI)
    for numero, atto, in_parte in dati.effetti:
        su = Delibera.objects.get(istituto=delibera.istituto, organo=delibera.organo, numero=numero)
        registra_effetto(
            autore=autore, adesso=autore.adesso, delibera_id=delibera.pk, su_id=su.pk,
            atto=AttoEffetto(atto), in_parte=in_parte,
        )  # fmt: skip


def _seguiti(delibera: Delibera, dati: DeliberaDemo) -> None:
    chi = _incaricato(delibera.organo)
    for testo, entro, esito in dati.seguiti:
        Seguito.objects.create(
            istituto=delibera.istituto, delibera=delibera, testo=testo, persona=chi,
            entro_il=entro, esito=esito, fatto_il=_fatto(entro) if esito else None,
        )  # fmt: skip


def _fatto(entro: date) -> datetime:
    return istante(entro, 12)


def _incaricato(organo: OrganoCollegiale) -> Persona:
    """Who writes the minutes of the organ follows up what it decides."""
    return organo.mandati.filter(carica=Carica.SEGRETARIO).select_related("persona")[0].persona


def _segna(organo: OrganoCollegiale, di_che_cosa: str, ultimo: int) -> None:
    """The count goes on from here, unless it is further on."""
    numeratore, _ = Numeratore.objects.get_or_create(
        istituto=organo.istituto, organo=organo, di_che_cosa=di_che_cosa, serie=""
    )
    numeratore.ultimo = max(numeratore.ultimo, ultimo)
    numeratore.save(update_fields=["ultimo"])


def pubblica(organo: OrganoCollegiale, numeri: Sequence[int], autore: Contesto) -> None:
    """Put the extracts of these deliberations on the albo."""
    for delibera in Delibera.objects.filter(
        istituto=organo.istituto, organo=organo, numero__in=numeri
    ):
        pubblica_delibera(autore=autore, adesso=autore.adesso, delibera_id=delibera.pk)


def _commissario(istituto: Istituto) -> None:
    organo = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.COMMISSARIO)
    _segna(organo, "delibere", PRIMA_DEL_COMMISSARIO)
    for giorno, dati in COMMISSARIO:
        autore = autore_il(istituto, giorno)
        delibera = adotta_atto(
            autore=autore, adesso=autore.adesso, organo_id=organo.pk,
            dati=DatiAtto(dati.oggetto, dati.testo, _righe(dati), esecutiva=dati.esecutiva),
        )  # fmt: skip
        _effetti(delibera, dati)
