"""The funzioni strumentali: to be opened, examined, given; the reports of who has one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Q
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.anno import anno_scolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import plurale
from selezioni_pon.enums import PassoFunzioni, TipoRelazione
from selezioni_pon.models import AttribuzioneFunzione, ProceduraFunzioni
from selezioni_pon.queries.doveri.bozze import SETTIMANA, UN_GIORNO
from selezioni_pon.queries.funzioni.quadro import Quadro, quadro
from selezioni_pon.queries.funzioni.regole import regole_di
from selezioni_pon.rules.funzioni_strumentali.durata import relazioni
from selezioni_pon.rules.funzioni_strumentali.esame import ATTINENZA, CONFLITTO
from selezioni_pon.rules.funzioni_strumentali.passi import COLLEGIO

APRI: Final = "selezioni.funzioni_apri."
NOMINA: Final = "selezioni.funzioni_nomina."
DICHIARA: Final = "selezioni.funzioni_dichiara."
ESAMINA: Final = "selezioni.funzioni_esamina."
ACCERTA: Final = "selezioni.funzioni_accerta."
ATTRIBUISCI: Final = "selezioni.funzioni_attribuisci."
RELAZIONE: Final = "selezioni.funzioni_relazione."
PRIMA: Final = timedelta(days=30)
TITOLO: Final = "Funzioni strumentali"


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of who directs, the office, who examines, who has a function; nobody is named.

    Two queries for a school without any; eight more for each procedure of this year.
    """
    oggi = timezone.localdate(adesso)
    procedure = (
        ProceduraFunzioni.objects.filter(
            istituto_id=istituto_id, anno_scolastico__inizio__gte=anno_scolastico(oggi).inizio
        )
        .select_related("istituto", "anno_scolastico")
        .order_by("pk")
    )
    for procedura in procedure:
        yield from _di(quadro(procedura, oggi), adesso)
    yield from _relazioni(istituto_id, oggi)


def _di(letto: Quadro, adesso: datetime) -> Iterator[Dovere]:
    procedura = letto.procedura
    passo = letto.passo(adesso)
    if passo is PassoFunzioni.BOZZA:
        dal = timezone.localdate(procedura.creata_il)
        testo = "Le aree sono scritte: si aprono le domande, con il termine del Collegio."
        yield _dovere(APRI, letto, "apri le domande", testo, dal, fonte=COLLEGIO)
        return
    if procedura.commissione_il is None and passo in (PassoFunzioni.APERTA, PassoFunzioni.ESAME):
        dal = timezone.localdate(procedura.aperta_il)
        testo = "Manca la Commissione che esamina i titoli."
        yield _dovere(
            NOMINA, letto, "nomina la Commissione", testo, dal,
            fonte=letto.regole.parametri.membri.fonte, entro=letto.al + UN_GIORNO,
        )  # fmt: skip
    if passo is PassoFunzioni.ESAME:
        yield from _esame(letto)
    if passo is PassoFunzioni.ATTRIBUZIONE:
        chiusi = procedura.lavori_chiusi_il
        dal = timezone.localdate(chiusi) if chiusi else letto.al + UN_GIORNO
        restano = sum(1 for una in letto.aree if not letto.ha_esito(una))
        testo = f"{plurale(restano, 'area aspetta', 'aree aspettano')} il proprio esito."
        yield _dovere(
            ATTRIBUISCI, letto, "attribuisci le aree", testo, dal, fonte=letto.regole.fonti.parita
        )


def _esame(letto: Quadro) -> Iterator[Dovere]:
    dal = letto.al + UN_GIORNO
    da_accertare = sum(1 for una in letto.domande if una.accertata_il is None)
    if da_accertare:
        quanti = plurale(da_accertare, "docente", "docenti")
        testo = f"Ruolo e servizio di {quanti} sono solo dichiarati."
        yield _dovere(
            ACCERTA, letto, "accerta il servizio", testo, dal,
            fonte="D.P.R. 445/2000, artt. 71 e 72", ruolo=Ruolo.SEGRETERIA_PERSONALE,
        )  # fmt: skip
    for membro in letto.commissari:
        if not letto.siede(membro.persona_id):
            continue
        if membro.dichiarato_il is None:
            testo = "Prima di leggere le domande si dichiara sull’elenco dei nomi."
            yield _dovere(
                DICHIARA, letto, "dichiara se hai conflitti", testo, dal, fonte=CONFLITTO,
                persona=membro.persona_id, pagina="selezioni:funzioni_dichiara",
            )  # fmt: skip
            continue
        restano = len(letto.da_esaminare)
        testo = (
            f"{plurale(restano, 'domanda', 'domande')} da esaminare."
            if restano
            else "Ogni domanda ha il suo esito: si chiude l’esame."
        )
        yield _dovere(
            ESAMINA, letto, "esamina i titoli", testo, dal, fonte=ATTINENZA,
            persona=membro.persona_id,
        )  # fmt: skip


def _relazioni(istituto_id: int, oggi: date) -> Iterator[Dovere]:
    """Of who has a function today. One query, none more for each."""
    righe = (
        AttribuzioneFunzione.objects.filter(
            Q(cessata_il__isnull=True) | Q(cessata_il__gte=oggi),
            istituto_id=istituto_id, dal__lte=oggi, al__gte=oggi,
        )
        .select_related("domanda__area__procedura")
        .prefetch_related("relazioni")
        .order_by("pk")
    )  # fmt: skip
    for riga in righe:
        date_ = {una.tipo for una in riga.relazioni.all()}
        regole = regole_di(riga.domanda.area.procedura, [], oggi)
        for dovuta in relazioni(riga.dal, regole):
            if dovuta.codice in date_:
                continue
            tipo = TipoRelazione(dovuta.codice)
            yield Dovere(
                chiave=f"{RELAZIONE}{riga.pk}.{dovuta.codice}",
                titolo=f"Funzione strumentale: {tipo.etichetta}",
                dettaglio=dovuta.motivo.testo,
                verbo="Presenta",
                pagina="selezioni:funzione_relazione",
                oggetto=riga.pk,
                visibile_dal=max(dovuta.entro - PRIMA, riga.dal),
                entro_il=dovuta.entro,
                persona=riga.domanda.docente_id,
                perche=(dovuta.motivo,),
            )


def _dovere(
    chiave: str, letto: Quadro, che: str, testo: str, dal: date, *, fonte: str,
    entro: date | None = None, ruolo: Ruolo | None = None, persona: int | None = None,
    pagina: str = "selezioni:funzioni_procedura",
) -> Dovere:  # fmt: skip
    procedura = letto.procedura
    di_chi = ruolo or (Ruolo.DIRIGENTE if persona is None else "")
    return Dovere(
        chiave=f"{chiave}{procedura.pk}"
        if persona is None
        else f"{chiave}{procedura.pk}.{persona}",
        titolo=f"{TITOLO}: {che}",
        dettaglio=f"{procedura.anno_scolastico}. {testo}",
        verbo="Apri",
        pagina=pagina,
        oggetto=procedura.pk,
        visibile_dal=dal,
        entro_il=entro or dal + SETTIMANA,
        ruolo=di_chi,
        persona=persona,
        perche=(Motivo("funzioni", fonte, testo),),
    )
