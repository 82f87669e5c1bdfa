"""The deliberations of the demo, as the registers on paper have them."""

from dataclasses import dataclass
from datetime import date

PTOF = "Piano triennale dell’offerta formativa"


@dataclass(frozen=True, slots=True)
class DeliberaDemo:
    """One of them; ``effetti`` are number, act and whether in part."""

    oggetto: str
    testo: str
    premesse: tuple[tuple[str, str], ...] = ()
    come: str = "all’unanimità dei 17 presenti"
    segreta: bool = False
    esecutiva: bool = False
    pubblico: str = ""
    riservata: bool = False
    effetti: tuple[tuple[int, str, bool], ...] = ()
    seguiti: tuple[tuple[str, date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SedutaDemo:
    numero: int
    giorno: date
    delibere: tuple[DeliberaDemo, ...]
    in_carica: int = 19


PROGRAMMA = (("visto", "il Programma annuale e le modifiche ad esso apportate"),
             ("preso_atto", "delle somme comunicate o accreditate"))  # fmt: skip
GIUNTA = (("vista", "la proposta della Giunta esecutiva"),)
COLLEGIO = (("vista", "la delibera del Collegio dei docenti"),)
DIVISI = "a maggioranza: 14 favorevoli, 2 contrari, 1 astenuto"
D = DeliberaDemo


def ordinarie(numero: int, anno: str) -> tuple[DeliberaDemo, ...]:
    """What the Consiglio decides at every sitting."""
    return (
        D(
            f"Approvazione del verbale della seduta n. {numero - 1}",
            f"di approvare il verbale della seduta n. {numero - 1}",
            (("visto", "il verbale della seduta precedente"),),
        ),
        D(
            f"Variazioni al Programma annuale, esercizio {anno}",
            f"di approvare le variazioni al Programma annuale dell’esercizio {anno}",
            PROGRAMMA,
        ),
        D(
            f"Visite e viaggi d’istruzione, anno {anno}",
            f"di approvare il piano delle visite e dei viaggi d’istruzione dell’anno {anno}",
            COLLEGIO,
        ),
        D(
            f"Uso dei locali scolastici da parte delle associazioni sportive, anno {anno}",
            "- di concedere le palestre nei giorni in cui non si fa lezione\n"
            "- di chiedere alle associazioni la polizza per i danni a terzi",
            GIUNTA,
            DIVISI,
        ),
    )


PINOCCHIO = (
    SedutaDemo(15, date(2022, 12, 15), (
        *ordinarie(15, "2022"),
        D("Criteri per l’accoglimento delle domande di iscrizione",
          "di adottare i criteri nell’ordine in cui la Giunta li ha proposti", GIUNTA),
        D("Contributo volontario delle famiglie", "di proporre alle famiglie un contributo di 15 "
          "euro per alunno", GIUNTA, DIVISI),
    )),
    SedutaDemo(16, date(2023, 2, 9), (
        *ordinarie(16, "2023"),
        D("Programma annuale, esercizio 2023", "di approvare il Programma annuale per l’esercizio "
          "finanziario 2023", PROGRAMMA, esecutiva=True),
        D("Regolamento per l’uso delle biblioteche scolastiche",
          "di adottare il regolamento per l’uso delle biblioteche scolastiche", COLLEGIO),
    )),
    SedutaDemo(17, date(2023, 5, 18), (
        *ordinarie(17, "2023"),
        D("Conto consuntivo, esercizio 2022", "di approvare il Conto consuntivo dell’esercizio "
          "finanziario 2022", (("vista", "la relazione illustrativa"),)),
        D("Calendario scolastico 2023/24: adattamenti",
          "di sospendere le lezioni venerdì 3 novembre 2023 e venerdì 26 aprile 2024", COLLEGIO),
    )),
    SedutaDemo(18, date(2023, 10, 12), (
        *ordinarie(18, "2023"),
        D("Contributo volontario delle famiglie per l’anno 2023/24",
          "- di revocare la delibera n. 91\n- di non chiedere alle famiglie alcun contributo",
          GIUNTA, DIVISI, effetti=((91, "revoca", False),)),
        D("Orario di funzionamento dei plessi",
          "di confermare gli orari dei plessi per l’anno scolastico 2023/24", COLLEGIO),
    )),
    SedutaDemo(19, date(2023, 12, 14), (
        *ordinarie(19, "2023"),
        D(f"Aggiornamento del {PTOF} 2022-2025",
          f"di approvare l’aggiornamento annuale del {PTOF}", COLLEGIO, esecutiva=True,
          seguiti=(("Pubblicare il Piano aggiornato sul sito", date(2024, 1, 15),
                    "Pubblicato il 10 gennaio, con la sintesi per le famiglie"),)),
        D("Criteri di iscrizione: precedenza a chi ha fratelli nel plesso",
          "di modificare la delibera n. 90: dopo la residenza viene chi ha fratelli nel plesso",
          GIUNTA, DIVISI, effetti=((90, "modifica", True),)),
    )),
    SedutaDemo(20, date(2024, 2, 22), (
        *ordinarie(20, "2024"),
        D("Programma annuale, esercizio 2024", "di approvare il Programma annuale per l’esercizio "
          "finanziario 2024", PROGRAMMA, esecutiva=True),
        D("Sospensione di un contributo individuale, famiglia Castelletti",
          "di accogliere la richiesta della famiglia", come="a maggioranza: 12 favorevoli, 4 "
          "contrari, 1 scheda bianca", segreta=True, pubblico="Richiesta di una famiglia"),
    )),
    SedutaDemo(21, date(2024, 4, 22), (
        *ordinarie(21, "2024"),
        D("Criteri di iscrizione: posti riservati nella scuola dell’infanzia",
          "di modificare la delibera n. 115 e, per la scuola dell’infanzia, di riservare due posti "
          "per sezione a chi non ha frequentato il nido", GIUNTA, DIVISI,
          effetti=((115, "modifica", True),),
          seguiti=(("Aggiornare il modulo di iscrizione della scuola dell’infanzia",
                    date(2024, 5, 31), ""),
                   ("Avvisare i plessi del nuovo criterio", date(2024, 6, 12), ""))),
        D("Fornitura di tablet per le classi prime",
          "di acquistare sessanta tablet, da assegnare in comodato d’uso:\n\n"
          "| Plesso | Tablet | Spesa |\n|---|---|---|\n| «Collodi» | 34 | € 7.480,00 |\n"
          "| «Montessori» | 26 | € 5.720,00 |", PROGRAMMA, riservata=True),
    )),
)  # fmt: skip

ANTONIETTI = (
    SedutaDemo(20, date(2024, 2, 8), (
        *ordinarie(20, "2024"),
    )),
    SedutaDemo(21, date(2024, 4, 18), (
        *ordinarie(21, "2024")[:2],
        D("Adozione del Regolamento per l’uso dei dispositivi personali",
          "- di adottare il regolamento\n- di revocare la delibera n. 37 nella parte in cui "
          "concede la palestra la domenica", COLLEGIO, DIVISI,
          effetti=((37, "revoca", True),),
          seguiti=(("Presentare il regolamento alle classi", date(2024, 9, 20), ""),)),
        D("Adesione alla rete di scuole per la formazione del personale",
          "di aderire alla rete e di autorizzare il Dirigente scolastico a firmare l’accordo",
          COLLEGIO, esecutiva=True),
    )),
)  # fmt: skip

COMMISSARIO = (
    (date(2024, 2, 5), D("Programma annuale, esercizio 2024", "di approvare il Programma annuale "
     "per l’esercizio finanziario 2024", PROGRAMMA, esecutiva=True)),
    (date(2024, 3, 12), D("Tariffe per l’uso dei laboratori da parte di terzi",
     "di fissare in 25 euro l’ora il rimborso per l’uso dei laboratori", PROGRAMMA)),
    (date(2024, 5, 14), D("Tariffe per l’uso dei laboratori: enti del terzo settore",
     "di esentare dal rimborso gli enti del terzo settore", PROGRAMMA,
     effetti=((42, "modifica", True),))),
)  # fmt: skip
