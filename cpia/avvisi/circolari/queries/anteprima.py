"""What would go out if the draft were published today, and to whom."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.queries.destinatari import (
    destinatari,
    in_parole,
    persone,
    portate,
    vesti,
)
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.models import Circolare
from cpia.scuola.models import Persona
from cpia.scuola.parole import con_maiuscola


@dataclass(frozen=True)
class Anteprima:
    """The number it would take, who would receive it, who has no mailbox, what is against it."""

    numero: int | None
    prima_dell_anno: bool
    destinatari: str
    persone: int
    per_ruolo: list[tuple[str, int]]
    senza_email: list[Persona]
    violazioni: tuple[rules.Violazione, ...]


def anteprima(circolare: Circolare, oggi: date) -> Anteprima:
    """The draft as it would go out today. Nine queries, however many would receive it."""
    righe = destinatari(circolare)
    chi = list(persone(circolare.istituto_id, righe, oggi).select_related("utente"))
    anno = elenco.anno_di(circolare.istituto_id, oggi)
    ultimo = elenco.ultimo_numero(anno) if anno else None
    per_ruolo = Counter(
        ruolo
        for _, ruolo in {(v.persona_id, v.ruolo) for v in vesti(circolare.istituto_id, righe, oggi)}
    )
    return Anteprima(
        numero=rules.numero_seguente(ultimo) if anno else None,
        prima_dell_anno=ultimo is None,
        destinatari=in_parole(righe),
        persone=len(chi),
        per_ruolo=[(con_maiuscola(rules.RUOLI[r]), per_ruolo[r]) for r in portate(righe)],
        senza_email=[p for p in chi if not (p.email or (p.utente and p.utente.email))],
        violazioni=rules.verifica_pubblicazione(
            situazione(circolare),
            persone=len(chi),
            firma=elenco.dirigente(circolare.istituto_id, oggi) is not None,
            anno=anno is not None,
            oggi=oggi,
        ),
    )
