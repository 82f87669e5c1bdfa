"""The Commission of the titles: named, each member declares, who is absent is substituted."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import CommissarioFunzioni, ProceduraFunzioni
from selezioni_pon.queries.funzioni.quadro import quadro
from selezioni_pon.queries.funzioni.visibili import nominabili
from selezioni_pon.rules.funzioni_strumentali.commissione import contro_la_commissione
from selezioni_pon.rules.funzioni_strumentali.esame import CONFLITTO, MOTIVAZIONE
from selezioni_pon.services.funzioni.blocco import blocca_procedura
from selezioni_pon.services.funzioni.notizie import avverti_la_commissione


@dataclass(frozen=True)
class DatiCommissione:
    """Who is named, by person, in their order; with which act."""

    effettivi: tuple[int, ...]
    supplenti: tuple[int, ...]
    atto: str = ""


@transaction.atomic
def nomina_commissione(
    *, autore: Contesto, adesso: datetime, procedura_id: int, dati: DatiCommissione
) -> ProceduraFunzioni:
    """Name who examines the titles: who directs may, once the applications are open.

    Who has applied is refused, and who is named cannot apply. A second click gives the same.
    Raises AttoRifiutato with all that is against it.
    """
    procedura = blocca_procedura(autore, procedura_id)
    tutti = (*dati.effettivi, *dati.supplenti)
    if procedura.commissione_il is not None:
        return _la_stessa(procedura, tutti)
    if procedura.aperta_il is None:
        testo = "Prima si aprono le domande, poi si nomina chi le esamina."
        raise rifiuta("non_aperta", testo)
    persone = {una.pk: una for una in nominabili(procedura, autore.oggi).filter(pk__in=tutti)}
    if set(tutti) - persone.keys():
        testo = "Una delle persone scelte non può più essere nominata: scegli di nuovo."
        raise rifiuta("non_nominabile", testo)
    letto = quadro(procedura, autore.oggi)
    nomi = {pk: una.nome_e_cognome for pk, una in persone.items()}
    chiedono = [una.docente.nome_e_cognome for una in letto.domande if una.docente_id in persone]
    esigi(
        contro_la_commissione(
            [nomi[pk] for pk in dati.effettivi], [nomi[pk] for pk in dati.supplenti],
            chiedono, letto.regole,
        )
    )  # fmt: skip
    _scrive(autore, adesso, procedura, dati)
    avverti_la_commissione(procedura, [persone[pk] for pk in dati.effettivi], adesso)
    return procedura


@transaction.atomic
def dichiara_conflitti(
    *, autore: Contesto, adesso: datetime, procedura_id: int, in_conflitto: bool
) -> CommissarioFunzioni:
    """Say, on the list of names, whether there is a conflict of interest: who was named may.

    Who has one does not examine, and a substitute sits. Said once. Raises AttoRifiutato before
    the term of the applications.
    """
    procedura = blocca_procedura(autore, procedura_id)
    suo = CommissarioFunzioni.objects.select_for_update(of=("self",)).get(
        procedura=procedura, persona=autore.persona, istituto=autore.istituto
    )
    if suo.dichiarato_il is not None:
        return suo
    if procedura.scade is None or adesso <= procedura.scade:
        testo = "L’elenco di chi ha fatto domanda si legge dopo il termine."
        raise rifiuta("troppo_presto", testo, CONFLITTO)
    suo.dichiarato_il, suo.in_conflitto = adesso, in_conflitto
    suo.save(update_fields=["dichiarato_il", "in_conflitto"])
    annota(
        autore=autore, adesso=adesso, azione="dichiara sui conflitti delle funzioni",
        oggetto=procedura, dati={"in_conflitto": in_conflitto},
    )  # fmt: skip
    if in_conflitto:
        _chiama_i_supplenti(autore, adesso, procedura)
    return suo


@transaction.atomic
def segna_assenza(
    *, autore: Contesto, adesso: datetime, procedura_id: int, commissario_id: int, motivo: str
) -> CommissarioFunzioni:
    """Write why a member is absent, so that a substitute sits; nothing: is there again.

    Who directs may, until the Commission has closed. Raises AttoRifiutato.
    """
    procedura = blocca_procedura(autore, procedura_id)
    if procedura.lavori_chiusi_il is not None:
        raise rifiuta("lavori_chiusi", "La Commissione ha chiuso i suoi lavori.", MOTIVAZIONE)
    suo = CommissarioFunzioni.objects.select_related("persona").get(
        pk=commissario_id, procedura=procedura
    )
    if suo.assente_perche == motivo.strip():
        return suo
    suo.assente_perche = motivo.strip()
    suo.save(update_fields=["assente_perche"])
    annota(
        autore=autore, adesso=adesso, azione="segna assenza nella commissione delle funzioni",
        oggetto=procedura, dati={"motivo": suo.assente_perche},
    )  # fmt: skip
    if suo.assente_perche:
        _chiama_i_supplenti(autore, adesso, procedura)
    return suo


def _la_stessa(procedura: ProceduraFunzioni, tutti: tuple[int, ...]) -> ProceduraFunzioni:
    if set(procedura.commissari.values_list("persona_id", flat=True)) == set(tutti):
        return procedura
    testo = "La Commissione è già nominata: di chi manca siede un supplente."
    raise rifiuta("gia_nominata", testo)


def _scrive(
    autore: Contesto, adesso: datetime, procedura: ProceduraFunzioni, dati: DatiCommissione
) -> None:
    CommissarioFunzioni.objects.bulk_create(
        CommissarioFunzioni(
            istituto=autore.istituto, procedura=procedura, persona_id=pk, ordine=ordine,
            supplente=pk in dati.supplenti,
        )
        for ordine, pk in enumerate((*dati.effettivi, *dati.supplenti), start=1)
    )  # fmt: skip
    procedura.commissione_il, procedura.commissione_atto = adesso, dati.atto.strip()
    procedura.save(update_fields=["commissione_il", "commissione_atto"])
    annota(
        autore=autore, adesso=adesso, azione="nomina commissione delle funzioni",
        oggetto=procedura,
        dati={
            "componenti": len(dati.effettivi), "supplenti": len(dati.supplenti),
            "atto": procedura.commissione_atto,
        },
    )  # fmt: skip


def _chiama_i_supplenti(autore: Contesto, adesso: datetime, procedura: ProceduraFunzioni) -> None:
    """Tell the substitutes who sit now and have not declared."""
    letto = quadro(procedura, autore.oggi)
    chiamati = [
        uno.persona
        for uno in letto.commissari
        if uno.supplente and uno.dichiarato_il is None and letto.siede(uno.persona_id)
    ]
    avverti_la_commissione(procedura, chiamati, adesso)
