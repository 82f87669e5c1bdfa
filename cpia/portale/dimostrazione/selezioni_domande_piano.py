"""Who applies to the calls of spring, with which titles; invented, as everything here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from cpia.portale.dimostrazione import selezioni_procedure_piano as procedure
from cpia.portale.dimostrazione.scuola import istante

# What is declared of an item, and which titles those are.
Titoli = Mapping[str, tuple[Mapping[str, Any], str]]


@dataclass(frozen=True, slots=True)
class DomandaDemo:
    """An application: ``quando`` it is sent, or was last written where ``inviata`` is False.

    ``giorni`` of service in the school, None for who comes from outside; ``prove`` by item.
    """

    cognome: str
    nome: str
    quando: datetime
    laurea: str
    giorni: int | None
    titoli: Titoli
    prove: Mapping[str, str] = field(default_factory=dict)
    proposta: str = ""
    inviata: bool = True


def _alle(giorno: int, ora: int, minuti: int = 0) -> datetime:
    return istante(date(2024, 5, giorno), ora, minuti)


def _voto(voto: int, *, lode: bool = False, **altro: object) -> dict[str, object]:
    return {"voto": voto, "lode": lode, **altro}


D = DomandaDemo
DAMS = "Laurea magistrale in discipline dello spettacolo"
LETTERE = "Laurea in lettere moderne, vecchio ordinamento"
PRIMARIA = "Laurea in scienze della formazione primaria"
DIPLOMA = "Diploma di istituto magistrale"
TEATRO = (
    D("Vescovi", "Irene", _alle(3, 16, 12), DAMS, 4210, {
        "A.3": (_voto(110, lode=True, pertinente=True), "Bologna, 2004, tesi sul teatro ragazzi"),
        "A.5": ({"quanti": 2, "pertinenti": 1}, "Master in didattica del teatro, Urbino 2012; "
                "perfezionamento in pedagogia speciale, Macerata 2016"),
        "A.6": ({"quanti": 2}, "Concorso ordinario 2012; abilitazione A022"),
        "C.1": ({"quanti": 9}, "Nove laboratori teatrali nei plessi, dal 2012 al 2023"),
    }, {"A.3": "Diploma di laurea", "A.5": "Attestato del master", "C.1": "Elenco degli incarichi"},
      "Un copione scritto dagli alunni a partire dalle storie dei nonni. Dieci incontri di tre "
      "ore: voce, corpo, scrittura di scena, prove. Materiali e prove in un quaderno digitale."),
    D("Castellazzi Brambilla", "Chiara", _alle(4, 10, 5), LETTERE, 6120, {
        "A.3": (_voto(100), "Macerata, 1988"),
        "A.6": ({"quanti": 3}, "Concorsi magistrali 1990 e 1994; abilitazione A043"),
        "B.1": ({"quanti": 2}, "Progettista della rassegna comunale 2017 e 2018"),
        "C.1": ({"quanti": 5}, "Laboratori teatrali 2014-2019, almeno 10 ore ciascuno"),
    }, {"C.1": "Contratti dei laboratori"},
      "Dal libro alla scena: «Le avventure di Pinocchio» in sei quadri, uno per classe."),
    D("Volpi", "Dario", _alle(5, 18, 40), PRIMARIA, 5480, {
        "A.3": (_voto(107, pertinente=True), "Urbino, 2002"),
        "A.4": ({"quanti": 1, "pertinenti": 1}, "Diploma accademico di recitazione, 1999"),
        "C.1": ({"quanti": 7}, "Corsi di teatro per l’associazione «Il Sipario», 2015-2023"),
        "D.1": ({"quanti": 6}, "Sei copioni per la scuola, in rete"),
    }, {"A.4": "Diploma accademico", "D.1": "Indice dei copioni"},
      "Teatro di figura: gli alunni costruiscono i burattini e improvvisano su canovaccio."),
    D("Pedretti", "Letizia", _alle(5, 21, 15), PRIMARIA, 3890, {
        "A.3": (_voto(99), "Perugia, 2001"),
        "A.5": ({"quanti": 1, "pertinenti": 0}, "Master sui disturbi dell’apprendimento, 2015"),
        "C.1": ({"quanti": 2}, "Laboratori di lettura espressiva 2022 e 2023"),
    }, {}, "Lettura ad alta voce e piccole messe in scena, con un diario di bordo."),
    D("Manenti", "Marta", _alle(6, 8, 20), DIPLOMA, 7300, {
        "A.1": (_voto(54, su=60), "Ancona, 1980"),
        "C.1": ({"quanti": 1}, "Recita di fine anno 2019"),
    }, {}, "Recita di fine anno con canti e balli."),
)  # fmt: skip
TUTOR = (
    D("Mazzucchelli", "Ludovica", _alle(3, 17, 30), PRIMARIA, 5010, {
        "A.3": (_voto(110, pertinente=True), "Urbino, 1999"),
        "C.2": ({"quanti": 8}, "Tutor in otto moduli PON e PNRR, 2016-2023"),
        "D.1": ({"quanti": 6}, "Sei corsi sulla didattica laboratoriale, 12 ore ciascuno"),
        "E.1": ({"quanti": 2}, "ECDL Full standard; EIPASS 7 moduli"),
    }, {"E.1": "Attestati informatici"}),
    D(procedure.CANDIDATA.cognome, procedure.CANDIDATA.nome, _alle(4, 15, 45), LETTERE, 1460, {
        "A.3": (_voto(110, lode=True), "Macerata, 2012"),
        "A.6": ({"quanti": 2}, "Concorso ordinario 2016; abilitazione A022"),
        "C.1": ({"quanti": 3}, "Formatrice nei corsi di scrittura 2021, 2022, 2023"),
        "D.1": ({"quanti": 4}, "Quattro corsi della rete d’ambito, 2019-2023"),
        "E.1": ({"quanti": 1}, "EIPASS Teacher, 2020"),
    }, {"A.3": "Diploma di laurea", "E.1": "Certificato EIPASS"}),
    D("Plebani", "Paolo", _alle(5, 11, 10), PRIMARIA, 2920, {
        "A.3": (_voto(105), "Bologna, 1997"),
        "A.6": ({"quanti": 1}, "Concorso ordinario 2000"),
        "C.2": ({"quanti": 5}, "Tutor in cinque moduli, 2018-2023"),
        "E.1": ({"quanti": 2}, "ECDL Base; PEKIT Expert"),
    }, {}),
    D("Camossi", "Elisa", _alle(5, 19, 5), DIPLOMA, 8030, {
        "A.1": (_voto(48, su=60), "Jesi, 1979"),
        "C.2": ({"quanti": 12}, "Tutor in dodici moduli PON, 2010-2023"),
        "D.1": ({"quanti": 3}, "Tre corsi sulla sicurezza e sull’accoglienza"),
        "E.2": ({"quanti": 1}, "Animatrice digitale dal 2016 al 2019"),
    }, {"C.2": "Elenco dei moduli"}),
)  # fmt: skip
REFERENTI = (
    D("Quarantini", "Thomas", _alle(3, 15, 20), LETTERE, 2190, {
        "2": (_voto(110, lode=True), "Perugia, 2011"),
        "3": ({"posseduto": True}, "Master in valutazione degli apprendimenti, 2015"),
        "6": ({"quanti": 3}, "Gruppo di autovalutazione 2020, 2021, 2022"),
        "9": ({"quanti": 2}, "Referente nei moduli PON 2021 e 2022"),
    }, {"3": "Diploma di master"}),
    D("Valotti", "Pietro", _alle(4, 9, 50), LETTERE, 1825, {
        "2": (_voto(108), "Padova, 2012"),
        "6": ({"quanti": 4}, "Nucleo interno di valutazione dal 2019 al 2023"),
        "8": ({"posseduto": True}, "Piattaforma GPU, moduli 2022"),
    }, {}),
    D(procedure.CANDIDATA.cognome, procedure.CANDIDATA.nome, _alle(4, 16, 30), LETTERE, 1460, {
        "2": (_voto(110, lode=True), "Macerata, 2012"),
        "5": ({"quanti": 1}, "EIPASS Teacher, 2020"),
        "6": ({"quanti": 2}, "Prove comuni di istituto 2022 e 2023"),
    }, {"2": "Diploma di laurea"}),
    D("Delbarba", "Maria Vittoria", _alle(5, 17), DIPLOMA, 6570, {
        "1": ({"posseduto": True}, "Diploma di maturità magistrale, 1980"),
        "10": ({"quanti": 4}, "Referente NAV dal 2018 al 2022"),
    }, {}),
)  # fmt: skip
# The call that is open: one has sent, one is still writing.
APERTO = (
    D("Uberti", "Benedetta", istante(date(2024, 6, 4), 14, 30), PRIMARIA, 3650, {
        "2": (_voto(105), "Urbino, 1998"),
        "4": ({"quanti": 3}, "Supplenze annuali a Falconara 2009, 2010, 2011"),
        "5": ({"quanti": 4}, "Tutor in quattro moduli PON, 2017-2022"),
        "6": ({"quanti": 1}, "ECDL Full standard"),
    }, {"6": "Certificato ECDL"}),
    D(procedure.CANDIDATA.cognome, procedure.CANDIDATA.nome, istante(date(2024, 6, 4), 18, 20),
      LETTERE, 1460, {
        "2": (_voto(110, lode=True), "Macerata, 2012"),
        "4": ({"quanti": 10}, "Incarichi annuali dal 2012/13 al 2022/23"),
        "5": ({"quanti": 2}, "Tutor nei moduli PON 2021 e 2022"),
    }, {"2": "Diploma di laurea"}, inviata=False),
)  # fmt: skip
INGLESE = D(
    procedure.ESTERNA.cognome, procedure.ESTERNA.nome, istante(date(2024, 6, 4), 20, 10),
    "BA (Hons) in English, University of Leeds", None, {
        "1": ({"posseduto": True}, "BA (Hons), Leeds, 2010"),
        "5": ({"posseduto": True}, "Microsoft Office Specialist"),
    }, {"1": "Degree certificate"}, inviata=False,
)  # fmt: skip
