"""The dossiers of the demo on paper: what each person brings, in which order, how it went."""

from dataclasses import dataclass
from datetime import date

from patto_formativo.enums import EsitoProva, TipoEvidenza, TipoProva

T, P = TipoEvidenza, TipoProva


@dataclass(frozen=True)
class EvidenzaDemo:
    """A piece of evidence: all the hours of some competences, or an activity on one."""

    tipo: TipoEvidenza
    titolo: str
    ente: str
    data: date
    competenze: tuple[str, ...]
    attivita: int = 0
    prova: TipoProva = TipoProva.DOCUMENTI
    esito: EsitoProva = EsitoProva.POSITIVO
    osservazioni: str = ""
    con_file: bool = False


E = EvidenzaDemo
NEGATIVO = EsitoProva.NEGATIVO
DOSSIER: dict[str, tuple[EvidenzaDemo, ...]] = {
    "Oulhaj": (
        E(T.TITOLO_STRANIERO_TRADOTTO,
          "Diploma di scuola secondaria, Casablanca 2009, con dichiarazione di valore",
          "Lycée Moulay Abdellah, Casablanca", date(2009, 6, 26),
          ("C13", "C14", "C15", "C16", "C17", "C18", "C19", "C21"), con_file=True,
          osservazioni="dichiarazione di valore del Consolato generale di Casablanca"),
        E(T.CERTIFICAZIONE_ITALIANO, "CELI 2, livello B1, 2023",
          "Università per stranieri di Perugia", date(2023, 11, 21), ("C1", "C2", "C3"),
          con_file=True),
        E(T.INFORMALE,
          "Contabilità di magazzino, dichiarazione del datore di lavoro, 600 ore",
          "Agrimport Vesuvio S.r.l.", date(2023, 12, 15), ("C13",), 600, P.COLLOQUIO,
          osservazioni="tiene le giacenze su un foglio di calcolo", con_file=True),
        E(T.CERTIFICAZIONE_LINGUA_STRANIERA, "DELF B1, 2011", "Institut français de Casablanca",
          date(2011, 5, 20), ("C8",), con_file=True),
        E(T.CERTIFICAZIONE_INFORMATICA, "EIPASS 7 moduli, 2023", "Certipass", date(2023, 9, 30),
          ("C22",), con_file=True),
        E(T.NON_FORMALE, "Corso di mediazione, associazione, 300 ore",
          "Associazione Terra di mezzo APS", date(2022, 6, 10), ("C12",), 300, P.SIMULAZIONE),
    ),
    "Traoré": (
        E(T.NON_FORMALE, "Corso di italiano del centro di accoglienza, 150 ore",
          "Cooperativa Le Sorgenti", date(2023, 7, 28), ("ascolto",), 150, P.COLLOQUIO),
        E(T.INFORMALE, "Raccolta e confezionamento di ortaggi, 500 ore",
          "Azienda agricola Esposito", date(2023, 9, 8), ("interazione",), 500, P.COLLOQUIO),
    ),
    "Ponticelli": (
        E(T.PERCORSO_INTERROTTO, "Pagella della prima media, 1984",
          "Scuola media statale, Sant’Anastasia", date(1984, 6, 15), ("C1", "C2"), con_file=True),
        E(T.INFORMALE, "Muratore, dichiarazione del datore di lavoro, 2.000 ore",
          "Edilizia Ponticelli e figli", date(2023, 9, 4), ("C14",), 2000, P.PRATICA,
          osservazioni="legge una pianta e calcola i materiali"),
    ),
    "Kovalenko": (
        E(T.TITOLO_STRANIERO_TRADOTTO,
          "Diploma di scuola superiore, Poltava 2001, traduzione giurata",
          "Scuola n. 9, Poltava", date(2001, 6, 22), ("C9", "C10", "C13", "C14", "C17", "C18"),
          con_file=True),
        E(T.CERTIFICAZIONE_ITALIANO, "CELI 2, livello B1, 2022",
          "Università per stranieri di Perugia", date(2022, 6, 20), ("C1", "C2", "C3")),
        E(T.NON_FORMALE, "Corso per assistente familiare, 120 ore", "Caritas diocesana di Nola",
          date(2021, 5, 31), ("C12",), 120, P.COLLOQUIO, NEGATIVO,
          "racconta il corso, ma non sa dire le regole del contratto"),
    ),
    "Perera": (
        E(T.TITOLO_STRANIERO_TRADOTTO, "G.C.E. Ordinary Level, Colombo 2009, con traduzione",
          "Department of Examinations, Sri Lanka", date(2009, 12, 21), ("C5", "C10", "C11"),
          con_file=True),
        E(T.INFORMALE, "Aiuto cuoco, dichiarazione del datore di lavoro, 900 ore",
          "Trattoria del Vesuvio", date(2023, 10, 30), ("C12",), 900),
    ),
    "Hrytsenko": (
        E(T.PERCORSO_INTERROTTO, "Pagelle della settima e dell’ottava classe, 2021 e 2022",
          "Scuola n. 3, Černihiv", date(2022, 2, 18), ("C7", "C13", "C14", "C15", "C17", "C18"),
          con_file=True),
        E(T.CERTIFICAZIONE_LINGUA_STRANIERA, "PET, livello B1", "Cambridge English",
          date(2023, 12, 4), ("C7",), con_file=True),
    ),
    "Buonocore": (
        E(T.MODULO_CPIA, "Modulo «Il mondo contemporaneo», superato", "CPIA Napoli Città 1",
          date(2021, 6, 8), ("C7",), con_file=True),
        E(T.CERTIFICAZIONE_INFORMATICA, "ECDL Base, 2019", "AICA", date(2019, 3, 12), ("C16",)),
    ),
    "D’Ambrosio": (
        E(T.QUALIFICA_FP, "Qualifica di elettricista, 1978", "Centro di formazione ENAIP, Napoli",
          date(1978, 7, 3), ("C10", "C11", "C13", "C15"), con_file=True),
        E(T.INFORMALE, "Elettricista, autodichiarazione e dichiarazione della ditta, 5.000 ore",
          "Impianti Vesuviani", date(2018, 1, 31), ("C15",), 5000, P.PRATICA),
    ),
}  # fmt: skip
# What somebody has brought by photo and the tutor has not looked at yet.
PORTATE = {"Perera": ("Attestato HACCP, foto del telefono", "")}
# Whose certificate the dirigente has released; of the others the section decides in these days.
ATTESTATI = ("in_corso", "rischio", "silenzio", "approvato")
