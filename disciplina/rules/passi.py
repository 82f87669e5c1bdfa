"""The steps of the procedure and which may follow which: nobody is sanctioned without being heard.

Source: D.P.R. 249/1998, art. 4 cc. 3 and 9-ter, art. 5; IC Pinocchio Montesicuro, Regolamento di
disciplina, D.1 and D.2 points 7-8; IC di Porto Venere, Regolamento disciplinare, lett. d.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from cpia.norme.rules.motivi import Violazione
from disciplina.enums import Passo, Percorso, Provvedimento
from disciplina.rules.fonti import MEMORIE, MOTIVAZIONE, statuto
from disciplina.rules.statuto import CHE_ALLONTANA

P = Passo
# What must already be there, one of each group, for a step to be lawful.
Serve = tuple[frozenset[Passo], ...]


def _dopo(*gruppi: Passo | tuple[Passo, ...]) -> Serve:
    return tuple(frozenset(g if isinstance(g, tuple) else (g,)) for g in gruppi)


DIFESA: Final = (P.AUDIZIONE, P.MEMORIA, P.RINUNCIA)
COMUNI: Final[Mapping[Passo, Serve]] = {
    P.SEGNALAZIONE: (),
    P.COMUNICAZIONE: _dopo(P.PROVVEDIMENTO),
    P.ESECUZIONE: _dopo(P.COMUNICAZIONE),
    P.RICORSO: _dopo(P.COMUNICAZIONE),
    P.ISTRUTTORIA_RICORSO: _dopo(P.RICORSO),
    P.CONVOCAZIONE_GARANZIA: _dopo(P.RICORSO),
    P.SEDUTA_GARANZIA: _dopo(P.ISTRUTTORIA_RICORSO, P.CONVOCAZIONE_GARANZIA),
    P.ESITO_RICORSO: _dopo(P.SEDUTA_GARANZIA),
    P.COMUNICAZIONE_ESITO: _dopo(P.ESITO_RICORSO),
    P.DENUNCIA: _dopo(P.SEGNALAZIONE),
    P.ARCHIVIAZIONE: _dopo(P.SEGNALAZIONE),
}
LIEVE: Final[Mapping[Passo, Serve]] = {
    **COMUNI,
    P.AUDIZIONE: _dopo(P.SEGNALAZIONE),
    P.PROVVEDIMENTO: _dopo(P.AUDIZIONE),
    P.CHIUSURA: _dopo((P.COMUNICAZIONE, P.ARCHIVIAZIONE)),
}
ALLONTANAMENTO: Final[Mapping[Passo, Serve]] = {
    **COMUNI,
    P.CONTESTAZIONE: _dopo(P.SEGNALAZIONE),
    P.PROPOSTA: _dopo(P.CONTESTAZIONE),
    P.CONVOCAZIONE: _dopo(P.CONTESTAZIONE, P.PROPOSTA),
    P.AUDIZIONE: _dopo(P.CONTESTAZIONE),
    P.MEMORIA: _dopo(P.CONTESTAZIONE),
    P.RINUNCIA: _dopo(P.CONTESTAZIONE),
    P.DECISIONE: _dopo(P.CONVOCAZIONE, DIFESA),
    P.PROVVEDIMENTO: _dopo(P.DECISIONE),
    P.RIENTRO: _dopo(P.ESECUZIONE),
    P.CHIUSURA: _dopo((P.RIENTRO, P.ARCHIVIAZIONE, P.COMUNICAZIONE_ESITO)),
}
PERCORSI: Final = {Percorso.LIEVE: LIEVE, Percorso.ALLONTANAMENTO: ALLONTANAMENTO}
# Steps that may come again; every other one is done once.
ANCORA: Final = {P.MEMORIA, P.AUDIZIONE, P.PROPOSTA, P.CONVOCAZIONE, P.DENUNCIA}
FONTI: Final = {
    P.AUDIZIONE: statuto("3"),
    P.MEMORIA: f"{statuto('3')}; {MEMORIE}",
    P.RINUNCIA: statuto("3"),
    P.CONTESTAZIONE: f"{statuto('3')}; {statuto('9-ter')}",
    P.DECISIONE: statuto("6"),
    P.PROVVEDIMENTO: MOTIVAZIONE,
    P.COMUNICAZIONE: statuto("1", 5),
    P.RICORSO: statuto("1", 5),
    P.ISTRUTTORIA_RICORSO: statuto("1", 5),
    P.CONVOCAZIONE_GARANZIA: statuto("1", 5),
    P.SEDUTA_GARANZIA: statuto("1", 5),
    P.ESITO_RICORSO: statuto("1", 5),
    P.ARCHIVIAZIONE: MOTIVAZIONE,
}
# After these nothing more is decided on the facts.
FINITI: Final = (P.ARCHIVIAZIONE, P.CHIUSURA)


def percorso_di(tipo: Provvedimento) -> Percorso:
    """The way to a sanction of this kind: the long one where it removes from the community."""
    return Percorso.ALLONTANAMENTO if tipo in CHE_ALLONTANA else Percorso.LIEVE


def contro_passo(passo: Passo, fatti: Sequence[Passo], percorso: Percorso) -> list[Violazione]:
    """What is against doing this step now, after those done: each with the article it skips."""
    if (fine := _finito(passo, fatti)) is not None:
        return [fine]
    serve = PERCORSI[percorso].get(passo)
    if serve is None:
        testo = f"{passo.etichetta}: non è un passo del procedimento «{percorso.etichetta}»."
        return [Violazione("passo_estraneo", testo, fonte_di(passo), "passo")]
    violazioni = [_manca(passo, gruppo) for gruppo in serve if not gruppo & set(fatti)]
    if passo in fatti and passo not in ANCORA:
        testo = f"{passo.etichetta}: c’è già."
        violazioni.append(Violazione("passo_ripetuto", testo, fonte_di(passo), "passo"))
    if passo in ANCORA and P.PROVVEDIMENTO in fatti and passo is not P.DENUNCIA:
        testo = f"{passo.etichetta}: il provvedimento c’è già; si può ricorrere."
        violazioni.append(Violazione("passo_tardivo", testo, statuto("1", 5), "passo"))
    if passo is P.CHIUSURA and P.RICORSO in fatti and P.COMUNICAZIONE_ESITO not in fatti:
        testo = "C’è un ricorso che non ha ancora avuto risposta: il fascicolo resta aperto."
        violazioni.append(Violazione("ricorso_aperto", testo, statuto("1", 5), "passo"))
    return violazioni


def prossimi(fatti: Sequence[Passo], percorso: Percorso) -> tuple[Passo, ...]:
    """The steps that the law allows now, in the order of the procedure."""
    return tuple(passo for passo in Passo if not contro_passo(passo, fatti, percorso))


def prossimo(fatti: Sequence[Passo], percorso: Percorso) -> Passo | None:
    """The step that carries the case on: the next of the main way, None when it is closed."""
    possibili = prossimi(fatti, percorso)
    return next((passo for passo in PRINCIPALI if passo in possibili and passo not in fatti), None)


PRINCIPALI: Final = (
    P.SEGNALAZIONE, P.CONTESTAZIONE, P.AUDIZIONE, P.PROPOSTA, P.CONVOCAZIONE, P.DECISIONE,
    P.PROVVEDIMENTO, P.COMUNICAZIONE, P.ISTRUTTORIA_RICORSO,
    P.CONVOCAZIONE_GARANZIA, P.SEDUTA_GARANZIA, P.ESITO_RICORSO, P.COMUNICAZIONE_ESITO,
    P.ESECUZIONE, P.RIENTRO, P.CHIUSURA,
)  # fmt: skip


def fonte_di(passo: Passo) -> str:
    """The act and article that want this step."""
    return FONTI.get(passo, statuto("1"))


def _manca(passo: Passo, gruppo: frozenset[Passo]) -> Violazione:
    nomi = [altro for altro in Passo if altro in gruppo]
    detti = ", oppure ".join(nome.etichetta for nome in nomi)
    testo = f"Prima di «{passo.etichetta}» occorre: {detti}."
    return Violazione(f"manca_{nomi[0]}", testo, fonte_di(nomi[0]), "passo")


def _finito(passo: Passo, fatti: Sequence[Passo]) -> Violazione | None:
    fine = next((uno for uno in FINITI if uno in fatti), None)
    if fine is None or (fine is P.ARCHIVIAZIONE and passo is P.CHIUSURA):
        return None
    testo = f"{passo.etichetta}: il procedimento è finito ({fine.etichetta.lower()})."
    return Violazione("procedimento_finito", testo, fonte_di(fine), "passo")
