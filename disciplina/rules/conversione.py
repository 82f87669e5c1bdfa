"""The conversion into activities for the school community, always offered to the student.

Source: D.P.R. 249/1998, art. 4 c. 5; IC Pinocchio Montesicuro, Regolamento di disciplina, D.1 and
D.3 (as an alternative, unless the conduct is repeated); IC di Porto Venere, lett. j, c-d.
"""

from datetime import date

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import plurale
from disciplina.enums import Provvedimento
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe import Sanzione
from disciplina.rules.fonti import statuto
from disciplina.rules.statuto import QUINDICI, attivita_di_legge


def offerta(sanzione: Sanzione, catalogo: Catalogo) -> Motivo:
    """What the student may ask instead of this sanction, and by which text."""
    if sanzione.convertita_in:
        testo = f"«{sanzione.nome}» si può convertire in {sanzione.convertita_in}."
        return Motivo("conversione", f"{catalogo.fonte(sanzione.articolo)}; {statuto('5')}", testo)
    testo = (
        f"«{sanzione.nome}»: il regolamento non dice in che cosa si converte; lo studente può "
        "sempre chiedere un’attività a favore della comunità scolastica."
    )
    return Motivo("conversione", statuto("5"), testo)


def contro_provvedimento(
    sanzione: Sanzione,
    giorni: int | None,
    attivita: str,
    data_fatto: date,
    *,
    conversione_offerta: bool,
) -> list[Violazione]:
    """What an act lacks: the offer of the conversion, the activity that the Statute wants."""
    violazioni = []
    if not conversione_offerta:
        testo = (
            f"«{sanzione.nome}»: il provvedimento deve offrire la conversione in attività a favore "
            "della comunità scolastica."
        )
        violazioni.append(Violazione("conversione_non_offerta", testo, statuto("5"), "conversione"))
    breve = sanzione.tipo is Provvedimento.SOSPENSIONE and giorni and giorni <= QUINDICI
    di_legge = attivita_di_legge(giorni, data_fatto) if breve and giorni else None
    if di_legge and not attivita.strip():
        testo = f"Il provvedimento deve dire quale attività. {di_legge.testo}"
        violazioni.append(Violazione("attivita_mancante", testo, di_legge.fonte, "attivita"))
    return violazioni


def contro_conversione(
    sanzione: Sanzione,
    catalogo: Catalogo,
    giorni_di_attivita: int,
    *,
    chiesta_dallo_studente: bool,
    ripetuta: bool,
) -> list[Violazione]:
    """What is against turning this sanction into so many days of activities."""
    violazioni = []
    attivita = catalogo.del_tipo(Provvedimento.ATTIVITA_COMUNITA)
    massimo = next((una.al for una in attivita if una.al is not None), None)
    if not chiesta_dallo_studente:
        testo = (
            "La conversione è una possibilità dello studente: la chiede lui, o chi lo rappresenta."
        )
        violazioni.append(Violazione("non_chiesta", testo, statuto("5"), "conversione"))
    if massimo is not None and giorni_di_attivita > massimo:
        fonte = catalogo.fonte(attivita[0].articolo)
        testo = (
            "Le attività a favore della scuola durano al più "
            f"{plurale(massimo, 'giorno', 'giorni')}: non {giorni_di_attivita}."
        )
        violazioni.append(Violazione("troppi_giorni", testo, fonte, "giorni"))
    alternativa = next((una for una in attivita if una.accessoria), None)
    if ripetuta and alternativa is not None:
        testo = (
            f"Al posto di «{sanzione.nome}» le attività valgono se i comportamenti non si "
            "ripetono: qui si sono ripetuti. Possono accompagnare la sanzione."
        )
        fonte = catalogo.fonte(alternativa.articolo)
        violazioni.append(Violazione("comportamento_ripetuto", testo, fonte, "conversione"))
    return violazioni
