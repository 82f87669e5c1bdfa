"""Whether a sitting may be adjourned: for which of the causes, each with its article."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import plurale
from organi_collegiali.enums import CausaAggiornamento

UN_MINUTO = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Protrazione:
    """How many minutes a sitting has gone beyond its hour, and whether that is enough."""

    minuti: int
    aggiornabile: bool
    motivo: Motivo

    @property
    def si_segnala(self) -> bool:
        """Whether the room says so by itself: it ran over, and by as much as is asked."""
        return self.aggiornabile and self.minuti > 0


@dataclass(frozen=True, slots=True)
class CausaGiudicata:
    """A cause, whether it holds now, and why."""

    causa: CausaAggiornamento
    ammessa: bool
    motivo: Motivo


def giudica_protrazione(
    adesso: datetime, *, fine_prevista: datetime | None, minuti: Valore[int]
) -> Protrazione:
    """Judge the length of a sitting (`004` art. 11: more than 30 minutes beyond its end).

    Where the regulation is silent the parameter is 0: nothing is waited for. Where it counts
    minutes and the notice named no hour of closing, they cannot be counted.
    """
    oltre = max((adesso - fine_prevista) // UN_MINUTO, 0) if fine_prevista else 0
    if minuti.valore == 0:
        testo = "Non si contano minuti oltre l’ora di fine: la seduta si aggiorna in ogni momento"
        aggiornabile = True
    else:
        aggiornabile = oltre > minuti.valore
        testo = _quanto(oltre, fine_prevista, minuti.valore)
    motivo = Motivo("aggiornamento", minuti.fonte, f"{testo}.{minuti.altra_fonte}")
    return Protrazione(oltre, aggiornabile, motivo)


def _quanto(oltre: int, fine: datetime | None, limite: int) -> str:
    quanti = plurale(limite, "minuto", "minuti")
    if fine is None:
        return (
            f"Si può aggiornare oltre {quanti} dall’ora di fine: qui l’avviso non la dice, e non "
            "si possono contare"
        )
    da = f", da {plurale(oltre, 'minuto', 'minuti')}" if oltre else ""
    quando = f"La fine è prevista alle {fine.hour}.{fine.minute:02d}{da}"
    return f"{quando}: oltre {quanti} la seduta si può aggiornare"


def giudica_cause(
    protrazione: Protrazione, *, presenze: Motivo, numero_legale: bool, durata: Valore[bool]
) -> tuple[CausaGiudicata, ...]:
    """The causes for which a sitting may be adjourned now, the likeliest first.

    Without the legal number, which must last for the whole sitting (``durata``, `004` art. 5);
    for disorder, of which who presides is the judge: the article that counts the minutes is the
    one that says so (`004` art. 11).
    """
    disordine = Motivo(
        "aggiornamento_disordine",
        protrazione.motivo.fonte,
        "Lo decide chi presiede, e lo dice nel motivo.",
    )
    manca = Motivo("aggiornamento_numero_legale", durata.fonte, presenze.testo)
    return (
        CausaGiudicata(
            CausaAggiornamento.PROTRAZIONE, protrazione.aggiornabile, protrazione.motivo
        ),
        CausaGiudicata(CausaAggiornamento.NUMERO_LEGALE, not numero_legale, manca),
        CausaGiudicata(CausaAggiornamento.DISORDINE, ammessa=True, motivo=disordine),
    )


def verifica_aggiornamento(
    causa: CausaAggiornamento, giudizi: Iterable[CausaGiudicata]
) -> list[Violazione]:
    """Why a sitting may not be adjourned for this cause; empty when it may."""
    return [
        Violazione("causa", f"Non si può aggiornare. {g.motivo.testo}", g.motivo.fonte, "causa")
        for g in giudizi
        if g.causa is causa and not g.ammessa
    ]
