"""An agreement is shown to the other school that takes part in it, which answers.

Each school writes only in its own rooms: the row that both see, the notices of the other side in
the outbox of that side, a line in the register of each.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.atti.services import annota, annota_da_fuori
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.documents.condivisa import contenuto
from patto_formativo.models import Condivisione, Patto, Versione
from patto_formativo.queries.condivisi import altre_scuole, chi_risponde, da_mostrare, dirigenti
from patto_formativo.queries.patti.piano import unita_di
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.rules.condivisione import (
    RETE,
    Risposta,
    verifica_condivisione,
    verifica_risposta,
)

PREFISSO = "patto_condiviso"
ARRIVATO, RISPOSTO = f"{PREFISSO}.arrivato", f"{PREFISSO}.risposto"


@transaction.atomic
def condividi(
    *, autore: Contesto, adesso: datetime, versione_id: int, scuola_id: int
) -> Condivisione:
    """Show the approved words of an agreement to another school: tutor and direction may.

    What is shown is a copy: of the person the name, of the agreement what its paper says. The
    other school is told by notices of its own. Raises AttoRifiutato.
    """
    versione = _bloccata(autore, versione_id)
    altra = _altra(autore, scuola_id)
    esigi(verifica_condivisione(da_mostrare(versione)))
    if versione.patto.altro_istituto_id != altra.pk:
        versione.patto.altro_istituto = altra
        versione.patto.save(update_fields=["altro_istituto"])
    condivisa = Condivisione.objects.create(
        istituto=autore.istituto,
        altro_istituto=altra,
        versione=versione,
        nominativo=str(versione.patto.corsista.persona)[:160],
        contenuto=contenuto(versione, unita_di(versione)),
        impronta=versione.impronta,
        condivisa_il=adesso,
    )
    annota(
        autore=autore, adesso=adesso, azione="condivide patto", oggetto=condivisa,
        dati={"versione": versione.pk, "istituto": altra.pk},
    )  # fmt: skip
    _avvisa_altra(condivisa, adesso)
    return condivisa


@transaction.atomic
def ritira_condivisione(*, autore: Contesto, adesso: datetime, condivisione_id: int) -> None:
    """Take back what was shown and nobody has answered yet: tutor and direction may.

    The other school no longer has it, and takes no part in the agreement any more unless it has
    ratified some words of it: nobody waits for it to sign. Raises AttoRifiutato once there is an
    answer, which stays.
    """
    patto = Patto.objects.select_for_update().get(
        istituto=autore.istituto, versioni__condivisioni=condivisione_id
    )
    condivisa = Condivisione.objects.select_for_update(of=("self",)).get(
        istituto=autore.istituto, pk=condivisione_id
    )
    if condivisa.ratificata_il is not None:
        testo = "L’altra scuola ha già risposto: la risposta resta agli atti delle due scuole."
        raise rifiuta("gia_risposto", testo, RETE)
    _togli([condivisa], autore, adesso)
    ratificate = Condivisione.objects.filter(
        istituto=autore.istituto, versione__patto=patto, ratificata_il__isnull=False, rilievo=""
    )
    if not ratificate.exists():
        patto.altro_istituto = None
        patto.save(update_fields=["altro_istituto"])


@transaction.atomic
def ritira_in_sospeso(*, autore: Contesto, adesso: datetime, versione: Versione) -> int:
    """Take back a version that is being changed, where nobody has answered yet; how many.

    Part of the act that opens an approved version again.
    """
    righe = Condivisione.objects.select_for_update(of=("self",)).filter(
        istituto=autore.istituto, versione=versione, ratificata_il__isnull=True
    )
    return _togli(righe, autore, adesso)


@transaction.atomic
def rispondi(
    *, autore: Contesto, adesso: datetime, condivisione_id: int, risposta: Risposta
) -> Condivisione:
    """The other school ratifies, or says what does not hold: its dirigente and its section may.

    Written once. The tutor and the dirigente of the CPIA are told there. Raises AttoRifiutato.
    """
    condivisa = (
        Condivisione.objects.select_for_update(of=("self",))
        .select_related("istituto", "altro_istituto")
        .get(altro_istituto=autore.istituto, pk=condivisione_id)
    )
    esigi(verifica_risposta(risposta, condivisa.ratificata_il))
    condivisa.ratificata_il = adesso
    condivisa.ratificata_da = f"{autore.persona.nome_e_cognome}, {autore.istituto}"[:160]
    condivisa.estremi = risposta.estremi
    condivisa.rilievo = "" if risposta.ratifica else risposta.rilievo
    condivisa.save(update_fields=["ratificata_il", "ratificata_da", "estremi", "rilievo"])
    azione = "ratifica patto condiviso" if risposta.ratifica else "non ratifica patto condiviso"
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=condivisa)
    _avvisa_cpia(condivisa, azione, adesso)
    return condivisa


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether a notice still says something: who is asked to answer, until there is an answer."""
    condivisa = Condivisione.objects.filter(pk=int(promemoria.riferimento)).first()
    if condivisa is None:
        return False
    return promemoria.tipo != ARRIVATO or condivisa.ratificata_il is None


def _bloccata(autore: Contesto, versione_id: int) -> Versione:
    """A version and its agreement, held until the act is over, the agreement first."""
    patto = Patto.objects.select_for_update().get(
        istituto=autore.istituto, versioni__pk=versione_id
    )
    return (
        Versione.objects.select_for_update(of=("self",))
        .select_related(*CON)
        .get(istituto=autore.istituto, patto=patto, pk=versione_id)
    )


def _altra(autore: Contesto, scuola_id: int) -> Istituto:
    trovata = altre_scuole(autore.istituto).filter(pk=scuola_id).first()
    if trovata is None:
        raise rifiuta("scuola", "Scegli una scuola dell’elenco.", RETE, "scuola")
    return trovata


def _togli(righe: Iterable[Condivisione], autore: Contesto, adesso: datetime) -> int:
    """Delete these rows, with a line of the register for each and on either side."""
    quante = 0
    for condivisa in righe:
        annota(
            autore=autore, adesso=adesso, azione="ritira patto condiviso", oggetto=condivisa,
            dati={"versione": condivisa.versione_id, "istituto": condivisa.altro_istituto_id},
        )  # fmt: skip
        _annota_di_la(condivisa.altro_istituto_id, condivisa, "ritira patto condiviso", adesso)
        condivisa.delete()
        quante += 1
    return quante


def _annota_di_la(istituto_id: int, condivisa: Condivisione, azione: str, adesso: datetime) -> None:
    chi = condivisa.istituto if istituto_id != condivisa.istituto_id else condivisa.altro_istituto
    with istituto_corrente(istituto_id):
        annota_da_fuori(
            istituto_id=istituto_id, di=str(chi), adesso=adesso, azione=azione, oggetto=condivisa
        )


def _avvisa_altra(condivisa: Condivisione, adesso: datetime) -> None:
    """Tell who answers in the other school, in its outbox. No student is named."""
    altra = condivisa.altro_istituto
    with istituto_corrente(altra.pk):
        annota_da_fuori(
            istituto_id=altra.pk, di=str(condivisa.istituto), adesso=adesso,
            azione="condivide patto", oggetto=condivisa,
        )  # fmt: skip
        _metti(
            altra,
            chi_risponde(altra.pk, timezone.localdate(adesso)),
            condivisa,
            tipo=ARRIVATO,
            oggetto="Un patto formativo da ratificare",
            testo=(
                f"{condivisa.istituto} ha condiviso con questa scuola un patto formativo approvato "
                "dalla Commissione. La sezione funzionale lo ratifica, o scrive che cosa non va."
            ),
            adesso=adesso,
        )


def _avvisa_cpia(condivisa: Condivisione, azione: str, adesso: datetime) -> None:
    """Tell tutor and dirigente of the CPIA what was answered, in their outbox."""
    cpia = condivisa.istituto
    esito = "non ha ratificato" if condivisa.rilievo else "ha ratificato"
    with istituto_corrente(cpia.pk):
        annota_da_fuori(
            istituto_id=cpia.pk, di=str(condivisa.altro_istituto), adesso=adesso, azione=azione,
            oggetto=condivisa,
        )  # fmt: skip
        versione = Versione.objects.select_related("patto").get(
            istituto=cpia, pk=condivisa.versione_id
        )
        _metti(
            cpia,
            _chi_segue(versione, adesso),
            condivisa,
            tipo=RISPOSTO,
            oggetto="La risposta su un patto condiviso",
            testo=f"{condivisa.altro_istituto} {esito} un patto formativo che le avete mostrato.",
            adesso=adesso,
        )


def _chi_segue(versione: Versione, adesso: datetime) -> Iterable[Persona]:
    dirigono = dirigenti(versione.istituto_id, timezone.localdate(adesso))
    tutor = Persona.objects.filter(
        istituto_id=versione.istituto_id, corsisti_seguiti=versione.patto.corsista_id
    )
    return dirigono | tutor


def _metti(
    scuola: Istituto,
    persone: Iterable[Persona],
    condivisa: Condivisione,
    *,
    adesso: datetime,
    **detto: Any,
) -> None:
    """Write a notice for each of these persons of a school."""
    metti_in_uscita(
        istituto_id=scuola.pk,
        avvisi=[
            Avviso(
                chiave=f"{detto['tipo']}.{condivisa.pk}.{persona.pk}",
                riferimento=str(condivisa.pk),
                destinatario=persona,
                indirizzo=reverse("patto:condiviso", args=[scuola.slug, condivisa.pk]),
                **detto,
            )
            for persona in persone
        ],
        adesso=adesso,
    )
