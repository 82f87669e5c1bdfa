"""Two sittings of the Consiglio, as its secretary wrote them down."""

from dataclasses import dataclass
from datetime import date, datetime

from cpia.portale.dimostrazione.scuola import istante


@dataclass(frozen=True, slots=True)
class Passata:
    """A sitting of the past: what was said, when its minutes took each step."""

    numero: int
    giorno: date
    note: tuple[str, ...]
    lettura: datetime
    approvata: datetime
    scrive: datetime
    presiede: datetime
    all_albo: datetime
    delibera: int


PASSATE = (
    Passata(
        19, date(2023, 12, 14),
        (
            "Il verbale è stato mandato ai consiglieri con l’avviso. Nessuno chiede correzioni.",
            "La DSGA illustra le maggiori entrate, che vengono dal Comune per il trasporto e dalle "
            "famiglie per i laboratori di ceramica.",
            "Il dirigente presenta il piano. Una consigliera chiede di fissare un tetto di spesa "
            "per le classi terze: si conviene su 250,00 euro.",
            "Due consiglieri ricordano che le palestre servono anche al centro estivo.",
            "Il referente illustra l’aggiornamento: un laboratorio di robotica alla primaria e lo "
            "sportello di ascolto nei due plessi.",
            "Si confrontano le domande degli ultimi tre anni: con il nuovo criterio undici "
            "famiglie avrebbero avuto i figli nello stesso plesso.",
        ),
        istante(date(2024, 1, 9), 12), istante(date(2024, 2, 22), 17, 40),
        istante(date(2024, 2, 23), 9), istante(date(2024, 2, 26), 21),
        istante(date(2024, 3, 1), 10), 114,
    ),
    Passata(
        20, date(2024, 2, 22),
        (
            "Il segretario dà conto del verbale, che i consiglieri hanno letto. Nessun rilievo.",
            "La DSGA spiega lo storno fra le voci della carta e dei materiali di pulizia.",
            "Si chiarisce che l’uscita alle Grotte di Frasassi vale per tutte le classi quinte.",
            "La presidente riferisce le richieste di tre associazioni. La discussione riguarda le "
            "pulizie del sabato.",
            "La DSGA illustra il Programma annuale e il parere favorevole dei revisori.\n\n"
            "| Aggregato | Importo |\n| --- | --- |\n| Attività | 48.200,00 |\n"
            "| Progetti | 31.650,00 |",
            "La presidente legge la richiesta della famiglia Castelletti. La seduta prosegue a "
            "porte chiuse.",
        ),
        istante(date(2024, 3, 6), 12), istante(date(2024, 4, 22), 17, 40),
        istante(date(2024, 4, 23), 9), istante(date(2024, 4, 24), 21),
        istante(date(2024, 4, 26), 10), 120,
    ),
)  # fmt: skip
