"""What the teachers of the demo declare, and what the office ascertains of them."""

from dataclasses import dataclass
from datetime import date, time

from bonus_merito.enums import Gruppo


@dataclass(frozen=True, slots=True)
class Voce:
    """An activity of the catalogue: heading and place of the criterion under it, words, days."""

    codice: str
    criterio: int
    titolo: str
    testo: str
    dal: date
    al: date | None
    prova: str = ""


V = Voce
VOCI: dict[str, Voce] = {
    "formazione": V(
        "A1", 0, "Corso sulla didattica per adulti plurilingui",
        "Ho seguito venticinque ore di formazione oltre a quelle della scuola, sull’insegnamento "
        "della lettura a chi non è stato scolarizzato. Da gennaio uso le schede del corso nel "
        "gruppo di {sede}: sette persone su undici leggono adesso un avviso semplice.",
        date(2023, 10, 9), date(2023, 12, 18), "Attestato di 25 ore",
    ),
    "uda": V(
        "A1", 1, "Unità di apprendimento comuni per l’asse dei linguaggi",
        "Con i colleghi dell’asse ho scritto sei unità di apprendimento con la stessa prova "
        "finale per le sedi di {sede} e di San Cataldo. Le abbiamo usate tutte, e a maggio abbiamo "
        "confrontato i risultati gruppo per gruppo.",
        date(2023, 9, 18), date(2024, 5, 17), "Le sei unità con le prove finali",
    ),
    "livelli": V(
        "A1", 2, "Gruppi di livello aperti nello stesso orario",
        "Il martedì e il giovedì ho tenuto insieme tre livelli a {sede}, con consegne diverse "
        "sullo stesso testo. Nessuno ha dovuto aspettare l’apertura di un altro corso: sedici "
        "persone sono entrate ad anno iniziato.",
        date(2023, 11, 7), date(2024, 5, 30), "Registro e consegne per livello",
    ),
    "patti": V(
        "A2", 2, "Componente della Commissione per i patti formativi",
        "Ho esaminato trentotto dossier e ho partecipato a tutte le sedute della sezione. Per le "
        "persone di {sede} ho preparato prima i colloqui, così la seduta è durata la metà.",
        date(2023, 9, 25), date(2024, 4, 12),
    ),
    "griglie": V(
        "A2", 0, "Modelli comuni per i verbali dei gruppi di livello",
        "Ho preparato i modelli dei verbali e la griglia delle presenze che usano adesso tutti i "
        "gruppi di livello, e li ho tenuti aggiornati dopo ogni riunione. Con la stessa griglia "
        "si fanno le relazioni di fine periodo.",
        date(2023, 10, 2), date(2024, 5, 31), "Modelli e griglie",
    ),
    "rete": V(
        "A2", 1, "Protocollo con il centro per l’impiego e il Comune",
        "Ho tenuto i contatti con il centro per l’impiego di {sede} e con i servizi sociali: "
        "ventidue persone sono arrivate ai corsi da lì, e per nove abbiamo fissato orari "
        "compatibili con il lavoro nei campi.",
        date(2023, 10, 16), date(2024, 5, 10), "Verbali degli incontri",
    ),
    "flessibile": V(
        "A2", 3, "Orario flessibile e lezioni nella sede esterna",
        "Ho diviso il mio orario fra due sedi e ho spostato al sabato mattina le lezioni per chi "
        "lavora la sera a {sede}. La frequenza del gruppo è passata dal 58 al 74 per cento.",
        date(2024, 1, 8), date(2024, 5, 25),
    ),
    "personalizzati": V(
        "A3", 0, "Percorsi personalizzati per giovani adulti",
        "Per cinque ragazzi fra i sedici e i diciotto anni ho scritto il percorso con la "
        "famiglia o la comunità che li ospita a {sede}, con un incontro al mese. Quattro "
        "arrivano all’esame di giugno.",
        date(2023, 10, 23), date(2024, 5, 31), "I cinque percorsi, senza nomi",
    ),
    "esiti": V(
        "B1", 0, "Confronto fra prova d’ingresso e prova finale",
        "Ho dato la stessa prova a ottobre e a maggio alle trentuno persone dei miei gruppi di "
        "{sede}: il punteggio medio è salito da 41 a 63 su 100. I fogli sono ordinati per gruppo.",
        date(2023, 10, 4), date(2024, 5, 22), "Prove e foglio dei risultati",
    ),
    "certificati": V(
        "B1", 1, "Preparazione alla certificazione di italiano A2 e B1",
        "Ho preparato quattordici persone alla certificazione esterna, con un’ora in più la "
        "settimana da febbraio a maggio. L’hanno superata in undici.",
        date(2024, 2, 5), date(2024, 5, 18), "Elenco degli esiti, senza nomi",
    ),
    "biblioteca": V(
        "B2", 0, "Lettura ad alta voce con la biblioteca comunale",
        "Dieci incontri in biblioteca a {sede}, aperti alla città: i corsisti hanno letto nella "
        "loro lingua e in italiano. La biblioteca li ripropone a ottobre con le scuole medie.",
        date(2024, 1, 24), date(2024, 5, 15), "Programma e locandina",
    ),
    "laboratorio": V(
        "B2", 1, "Il laboratorio di informatica usato ogni settimana",
        "Ogni settimana una lezione nel laboratorio di {sede}: curriculum, posta elettronica, "
        "iscrizione ai servizi pubblici. Ventisei persone hanno fatto da sole la prenotazione "
        "di una visita medica.",
        date(2023, 10, 11), date(2024, 5, 29), "Registro delle presenze in laboratorio",
    ),
    "pratiche": V(
        "B3", 0, "Raccolta di attività per l’accoglienza",
        "Ho messo in ordine e condiviso quarantadue attività per le prime settimane, con i tempi "
        "e i materiali. I colleghi di tre sedi le hanno usate e le hanno corrette.",
        date(2023, 9, 11), date(2024, 3, 22), "La raccolta",
    ),
    "ricerca": V(
        "B3", 1, "Gruppo di ricerca-azione sulla matematica del lavoro",
        "Con due colleghi di {sede} ho provato sei problemi presi da buste paga, bollette e "
        "contratti. Li abbiamo osservati in classe, riscritti e messi nell’archivio della scuola.",
        date(2023, 11, 14), date(2024, 4, 30), "I sei problemi e le osservazioni",
    ),
    "video": V(
        "B2", 0, "Video brevi per chi salta una lezione",
        "Ho registrato ventotto video di cinque minuti: chi fa i turni li guarda dal telefono e "
        "torna in classe al passo con gli altri. A {sede} li usano in quattro gruppi.",
        date(2023, 11, 6), date(2024, 5, 20), "Elenco dei video",
    ),
    "sede": V(
        "C1", 1, "Responsabile della sede di {sede}",
        "Ho tenuto l’orario, le chiavi, le sostituzioni e i rapporti con la scuola che ci ospita. "
        "Quando a gennaio è mancato il riscaldamento ho spostato in due giorni sei gruppi.",
        date(2023, 9, 1), None, "Nomina e calendario delle sostituzioni",
    ),
    "strumentale": V(
        "C1", 1, "Funzione strumentale per l’orientamento",
        "Ho seguito il passaggio al secondo livello di diciannove persone: incontri con tre "
        "istituti, visita, iscrizione. Quindici sono iscritte per il prossimo anno.",
        date(2023, 10, 2), date(2024, 5, 31), "Relazione finale",
    ),
    "emergenza": V(
        "C1", 0, "Apertura di un corso per le persone appena arrivate",
        "A novembre sono arrivate in una settimana trentaquattro persone nel centro di {sede}. Ho "
        "organizzato in quattro giorni due corsi, con i turni dei colleghi e i mediatori.",
        date(2023, 11, 13), date(2023, 12, 22), "Piano dei due corsi",
    ),
    "coordinamento": V(
        "C1", 1, "Coordinamento del gruppo di livello",
        "Ho coordinato otto docenti: riunione al mese, prove comuni, scrutini. Ho scritto i "
        "verbali e ho tenuto i contatti con le comunità che ospitano i minori.",
        date(2023, 9, 11), date(2024, 5, 31),
    ),
    "dipartimento": V(
        "C1", 1, "Responsabile del dipartimento",
        "Ho preparato e condotto sette riunioni; da qui sono venute le prove comuni e la proposta "
        "di curricolo portata al Collegio di maggio.",
        date(2023, 9, 18), date(2024, 5, 16), "Verbali del dipartimento",
    ),
    "formatore": V(
        "C2", 0, "Formazione dei colleghi sul registro elettronico",
        "Quattro incontri di due ore per i colleghi arrivati a settembre, e uno sportello il "
        "venerdì fino a Natale. Ho scritto una guida di sei pagine.",
        date(2023, 9, 20), date(2023, 12, 15), "La guida",
    ),
    "tutor": V(
        "C2", 0, "Tutor di un docente nell’anno di prova",
        "Ho osservato dodici ore di lezione e ne ho fatte osservare altrettante, con un incontro "
        "dopo ognuna. Il bilancio finale è agli atti.",
        date(2023, 10, 2), date(2024, 5, 24), "Registro delle osservazioni",
    ),
    "peer": V(
        "C2", 0, "Affiancamento fra pari nelle classi di italiano",
        "Con tre colleghi di {sede} abbiamo fatto lezione in coppia per otto settimane e abbiamo "
        "scritto che cosa cambia. Lo ripetono a settembre altri due gruppi.",
        date(2024, 2, 12), date(2024, 4, 19),
    ),
}  # fmt: skip

CL, EN, GELA, NISCEMI, PIAZZA = "Caltanissetta", "Enna", "Gela", "Niscemi", "Piazza Armerina"
A, P, S = Gruppo.ALFABETIZZAZIONE, Gruppo.PRIMO_PERIODO, Gruppo.SECONDO_PERIODO


@dataclass(frozen=True, slots=True)
class Richiesto:
    """Who asks: group and site, day and hour of May 2024 on which it is sent, what is declared."""

    gruppo: Gruppo
    sede: str
    giorno: int
    ora: time
    voci: tuple[str, ...]
    altro_fondo: str = ""


R = Richiesto
RICHIESTE: dict[str, Richiesto] = {
    "Accardi": R(A, CL, 14, time(16, 20), ("formazione", "livelli", "biblioteca", "sede")),
    "Bellavia": R(P, EN, 15, time(18, 5), ("uda", "griglie", "esiti", "dipartimento")),
    "Buscemi": R(A, GELA, 16, time(15, 40), ("livelli", "certificati", "coordinamento")),
    "Cusumano": R(S, CL, 17, time(21, 10), ("flessibile", "laboratorio", "formatore")),
    "Di Liberto": R(P, GELA, 17, time(17, 25), ("personalizzati", "rete", "ricerca", "emergenza")),
    "Farruggia": R(A, EN, 31, time(22, 48), ("patti", "pratiche", "peer")),
    "Gangitano": R(
        S, NISCEMI, 20, time(16, 0), ("uda", "personalizzati", "video", "coordinamento")
    ),
    "Giarratana": R(P, CL, 20, time(19, 35), ("griglie", "esiti", "tutor")),
    "Iacona": R(S, PIAZZA, 21, time(20, 15), ("flessibile", "laboratorio", "coordinamento")),
    "La Ferrera": R(A, NISCEMI, 21, time(15, 10), ("formazione", "patti", "certificati", "sede")),
    "Lo Nigro": R(P, EN, 22, time(16, 45), ("rete", "biblioteca", "peer")),
    "Mancuso": R(S, GELA, 22, time(17, 50), ("uda", "livelli", "ricerca", "strumentale")),
    "Milazzo": R(A, CL, 23, time(11, 30), ("personalizzati", "pratiche", "formatore")),
    "Pirrello": R(P, PIAZZA, 24, time(18, 20), ("patti", "personalizzati", "esiti", "sede")),
    "Puleo": R(
        S, CL, 24, time(19, 0), ("griglie", "laboratorio", "strumentale"),
        "funzioni strumentali 2023/24",
    ),
    "Raitano": R(P, EN, 27, time(16, 30), ("formazione", "rete", "video", "emergenza")),
    "Restivo": R(A, CL, 27, time(21, 40), ("livelli", "uda", "biblioteca", "dipartimento")),
    "Sciortino": R(S, EN, 28, time(17, 15), ("flessibile", "esiti", "tutor")),
    "Spitale": R(P, NISCEMI, 29, time(10, 50), ("formazione", "certificati", "peer")),
    "Tedesco": R(S, PIAZZA, 31, time(23, 20), ("coordinamento",)),
    "Vaccaro": R(A, GELA, 30, time(18, 40), ("griglie", "pratiche", "coordinamento")),
    "Zagarella": R(P, EN, 30, time(19, 55), ("rete", "ricerca", "formatore")),
}  # fmt: skip
# Whose evidence is claimed twice: the same file under two activities.
DUE_VOLTE = "Puleo"
# Who sends, takes it up again and sends once more before the term.
RIPENSA = "Restivo"
PREPARATA_IL, APERTA_IL = date(2024, 5, 6), date(2024, 5, 13)
TERMINE, CHIUSA_IL = date(2024, 5, 31), date(2024, 6, 3)
CONTROLLI = (date(2024, 6, 3), date(2024, 6, 4))


@dataclass(frozen=True, slots=True)
class Accertato:
    """Days of absence, of which leaves; the last sanction with its act."""

    assenze: int
    congedi: int = 0
    sanzione_il: date | None = None
    atto: str = ""


GIORNI = 200
ASSENZE: dict[str, Accertato] = {
    # 46 of 200 are 23 per cent.
    "Milazzo": Accertato(46),
    # Two months of parental leave do not count: 12 of 200 remain.
    "Spitale": Accertato(57, 45),
    # Of 2021/22: neither this school year nor the one before.
    "Iacona": Accertato(9, 0, date(2021, 11, 18), "avvertimento scritto, prot. n. 6120/2021"),
}
