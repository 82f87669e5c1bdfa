"""What teachers, members of the Commission and who was chosen are told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa, giorno_e_ora
from selezioni_pon.models import AttribuzioneFunzione, CommissarioFunzioni, ProceduraFunzioni
from selezioni_pon.queries.funzioni.visibili import docenti

PREFISSO: Final = "selezioni_funzioni"
APERTE, COMMISSIONE, DATA = (f"{PREFISSO}.{n}" for n in ("aperte", "commissione", "data"))
OGGETTI: Final = {
    APERTE: "Si può chiedere una funzione strumentale",
    COMMISSIONE: "Fai parte della Commissione delle funzioni strumentali",
    DATA: "Hai una funzione strumentale",
}


def avverti_i_docenti(procedura: ProceduraFunzioni, tipo: str, adesso: datetime) -> int:
    """Tell who teaches that the applications are open, in the transaction of the act; how many."""
    entro = giorno_e_ora(procedura.scade) if procedura.scade else ""
    testo = (
        f"Funzioni strumentali {procedura.anno_scolastico}: le aree e i requisiti sono nel "
        f"portale. La domanda si presenta entro {entro}."
    )
    chi = docenti(procedura.istituto_id, timezone.localdate(adesso))
    return _in_uscita(procedura, tipo, chi, testo, adesso)


def avverti_la_commissione(
    procedura: ProceduraFunzioni, chi: Iterable[Persona], adesso: datetime
) -> int:
    """Tell who sits; no name of who applied."""
    testo = (
        "Esamini i titoli di chi chiede una funzione strumentale. Dopo il termine delle domande, "
        "prima di leggerle, dichiara sull’elenco dei nomi se hai conflitti di interessi."
    )
    return _in_uscita(procedura, COMMISSIONE, chi, testo, adesso)


def avverti_chi_l_ha(attribuzione: AttribuzioneFunzione, adesso: datetime) -> int:
    """Tell who was chosen, with until when."""
    testo = (
        f"La funzione strumentale che hai chiesto è tua fino al {data_estesa(attribuzione.al)}. "
        "La lettera e i giorni delle relazioni sono nel portale."
    )
    domanda = attribuzione.domanda
    indirizzo = reverse(
        "selezioni:funzione_data", args=[attribuzione.istituto.slug, attribuzione.pk]
    )
    notizia = Notizia(
        chiave=f"{DATA}.{attribuzione.pk}.{domanda.docente_id}",
        tipo=DATA,
        riferimento=str(attribuzione.pk),
        destinatario=domanda.docente,
        oggetto=OGGETTI[DATA],
        testo=testo,
        indirizzo=indirizzo,
    )
    return metti_in_uscita(istituto_id=attribuzione.istituto_id, adesso=adesso, avvisi=[notizia])


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """While one may apply and teaches here, has not declared, has the function."""
    riferimento, persona = int(promemoria.riferimento), promemoria.id_persona
    if promemoria.tipo == DATA:
        return AttribuzioneFunzione.objects.filter(
            istituto_id=promemoria.istituto_id, pk=riferimento, domanda__docente_id=persona,
            cessata_il__isnull=True,
        ).exists()  # fmt: skip
    procedura = ProceduraFunzioni.objects.filter(
        istituto_id=promemoria.istituto_id, pk=riferimento
    ).first()
    if procedura is None:
        return False
    if promemoria.tipo == COMMISSIONE:
        return CommissarioFunzioni.objects.filter(
            procedura=procedura, persona_id=persona, dichiarato_il__isnull=True, assente_perche=""
        ).exists()
    if procedura.scade is None or procedura.scade <= adesso:
        return False
    return docenti(procedura.istituto_id, timezone.localdate(adesso)).filter(pk=persona).exists()


def _in_uscita(
    procedura: ProceduraFunzioni, tipo: str, chi: Iterable[Persona], testo: str, adesso: datetime
) -> int:
    indirizzo = reverse(
        "selezioni:funzioni_procedura", args=[procedura.istituto.slug, procedura.pk]
    )
    return metti_in_uscita(
        istituto_id=procedura.istituto_id,
        adesso=adesso,
        avvisi=[
            Notizia(
                chiave=f"{tipo}.{procedura.pk}.{uno.pk}",
                tipo=tipo,
                riferimento=str(procedura.pk),
                destinatario=uno,
                oggetto=OGGETTI[tipo],
                testo=testo,
                indirizzo=indirizzo,
            )
            for uno in chi
        ],
    )
