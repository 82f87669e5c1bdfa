"""What one click does, from the desk, of what the agreements put there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial

from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Azione, AzioneRifiutata
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from patto_formativo.models import Corsista
from patto_formativo.queries.doveri.firme import ATTESA, attese_dal_tutor
from patto_formativo.queries.doveri.iscrizioni import BIENNALI, biennali
from patto_formativo.queries.visibili import UFFICIO
from patto_formativo.services.patti import continua_nel_secondo_anno, sollecita_firma

GIA_SCRITTO = "Oggi è già stato scritto a chi deve firmare."
CONTINUANO = ("patto continua", "patti continuano")


def azioni(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, Sequence[Azione]]:
    """The tutor reminds who has not signed; the office carries on the agreements of two years."""
    aperte = [scadenza for scadenza in scadenze if scadenza.chiusa_il is None]
    return {**dict(_firme(contesto, aperte)), **dict(_anni(contesto, aperte))}


def _firme(
    contesto: Contesto, aperte: Sequence[Scadenza]
) -> Iterator[tuple[int, Sequence[Azione]]]:
    miei = [s.pk for s in aperte if s.chiave == f"{ATTESA}{contesto.persona.pk}"]
    versioni = attese_dal_tutor(contesto) if miei else []
    for pk in miei:
        if versioni:
            verbo = f"Ricorda a {plurale(len(versioni), 'persona', 'persone')}"
            yield pk, [Azione("ricorda", verbo, partial(_ricorda, versioni), None)]


def _ricorda(versioni: Sequence[int], *, autore: Contesto, adesso: datetime) -> str:
    try:
        quanti = sollecita_firma(autore=autore, adesso=adesso, versioni=versioni)
    except AttoRifiutato as rifiuto:
        raise AzioneRifiutata(" ".join(v.testo for v in rifiuto.violazioni)) from rifiuto
    if not quanti:
        raise AzioneRifiutata(GIA_SCRITTO)
    return f"Promemoria a {plurale(quanti, 'persona', 'persone')}."


def _anni(contesto: Contesto, aperte: Sequence[Scadenza]) -> Iterator[tuple[int, Sequence[Azione]]]:
    righe = {
        s.pk: int(s.chiave.removeprefix(BIENNALI)) for s in aperte if s.chiave.startswith(BIENNALI)
    }
    if not righe or not contesto.ha(*UFFICIO):
        return
    per_anno: dict[int, list[Corsista]] = defaultdict(list)
    for corsista in biennali(contesto.istituto.pk):
        per_anno[corsista.anno_scolastico.inizio + 1].append(corsista)
    for pk, anno in righe.items():
        if suoi := [corsista.pk for corsista in per_anno[anno]]:
            verbo = "Porta nel nuovo anno"
            yield pk, [Azione("continua", verbo, partial(_continua, suoi), None)]


def _continua(corsisti: Sequence[int], *, autore: Contesto, adesso: datetime) -> str:
    try:
        portati = continua_nel_secondo_anno(autore=autore, adesso=adesso, corsisti=corsisti)
    except AttoRifiutato as rifiuto:
        raise AzioneRifiutata(" ".join(v.testo for v in rifiuto.violazioni)) from rifiuto
    return f"{plurale(len(portati), *CONTINUANO)} nel nuovo anno."
