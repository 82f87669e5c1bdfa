"""Known parameters of discipline: who imposes, terms, what is kept and what is counted."""

from typing import Final

from cpia.norme.enums import OrganoDisciplinare, Origine, TipoParametro
from cpia.norme.rules.chiave import Chiave, parole

# A file is not kept longer than a student may still be at the school, several times over.
ANNI_MASSIMI: Final = 40
NOTA: Final = "nota 31 luglio 2008, n. 3602, da verificare"

TERMINI: Final = (
    Chiave(
        "disciplina.ricorso_giorni",
        TipoParametro.INTERO,
        "Giorni per ricorrere all’organo di garanzia",
        "15",
        "D.P.R. 249/1998, art. 5 c. 1",
        Origine.LEGGE,
        minimo=1,
    ),
    Chiave(
        "disciplina.decisione_giorni",
        TipoParametro.INTERO,
        "Giorni entro cui l’organo di garanzia decide",
        "10",
        "D.P.R. 249/1998, art. 5 c. 1",
        Origine.LEGGE,
        minimo=1,
    ),
    Chiave(
        "disciplina.irrogazione_giorni",
        TipoParametro.INTERO,
        "Giorni dalla conoscenza del fatto entro cui irrogare la sanzione",
        "30",
        "L. 241/1990, art. 2 c. 2: termine generale dei procedimenti",
        Origine.LEGGE,
        minimo=1,
    ),
    Chiave(
        "disciplina.difesa_giorni",
        TipoParametro.INTERO,
        "Giorni almeno fra la contestazione d’addebito e l’audizione",
        "5",
        "prassi d’istituto: la L. 241/1990, art. 10 c. 1 lett. b, dà diritto a una memoria e non "
        "fissa quanti giorni",
        minimo=1,
    ),
    Chiave(
        "disciplina.comunicazione_giorni",
        TipoParametro.INTERO,
        "Giorni entro cui la sanzione decisa si comunica alla famiglia",
        "5",
        "prassi d’istituto: nessuna norma lo fissa",
        minimo=1,
    ),
    Chiave(
        "disciplina.reclamo_giorni",
        TipoParametro.INTERO,
        "Giorni per il reclamo all’Ufficio scolastico regionale",
        "15",
        NOTA,
        Origine.LEGGE,
        minimo=1,
    ),
)

ORGANI: Final = (
    Chiave(
        "disciplina.sospensione_breve.organo",
        TipoParametro.SCELTA,
        "Chi sospende fino a quindici giorni",
        "consiglio_classe",
        "D.P.R. 249/1998, art. 4 c. 6",
        Origine.LEGGE,
        scelte=parole(*OrganoDisciplinare),
    ),
    Chiave(
        "disciplina.sospensione_lunga.organo",
        TipoParametro.SCELTA,
        "Chi sospende oltre quindici giorni",
        "consiglio_istituto",
        "D.P.R. 249/1998, art. 4 c. 6",
        Origine.LEGGE,
        scelte=parole(*OrganoDisciplinare),
    ),
    Chiave(
        "disciplina.soli_docenti_fino_a",
        TipoParametro.INTERO,
        "Giorni di allontanamento fino ai quali il consiglio di classe siede con i soli docenti",
        "0",
        f"{NOTA}: il consiglio di classe siede con tutte le sue componenti",
        Origine.LEGGE,
        minimo=0,
        massimo=15,
    ),
)

FASCICOLI: Final = (
    Chiave(
        "disciplina.giorni_di_lezione",
        TipoParametro.BOOLEANO,
        "I giorni di una sospensione sono giorni di lezione",
        "sì",
        "prassi d’istituto: il D.P.R. 249/1998, art. 4, dice «giorni» e non quali",
    ),
    Chiave(
        "disciplina.parole_motivazione",
        TipoParametro.ELENCO,
        "Parole almeno nella motivazione: di una sanzione lieve, di un allontanamento, di uno "
        "oltre quindici giorni",
        "10, 30, 60",
        "prassi d’istituto: più la sanzione è grave, più la motivazione è rigorosa (nota 31 luglio "
        "2008, n. 3602), e nessuna norma conta le parole",
        minimo=1,
        crescente=True,
    ),
    Chiave(
        "disciplina.conservazione_anni",
        TipoParametro.INTERO,
        "Anni scolastici, dopo quello in cui si chiude, per cui un fascicolo si conserva",
        "5",
        "prassi d’istituto: il Regolamento (UE) 2016/679, art. 5 par. 1 lett. e, vuole un termine "
        "e non dice quale",
        minimo=1,
        massimo=ANNI_MASSIMI,
    ),
    Chiave(
        "disciplina.soglia_statistiche",
        TipoParametro.INTERO,
        "Casi sotto i quali un numero non si mostra nelle statistiche",
        "5",
        "prassi d’istituto, da verificare: le Regole deontologiche per i trattamenti a fini "
        "statistici (Garante, 19 dicembre 2018, n. 514), art. 4, vogliono almeno tre",
        minimo=3,
    ),
)

DISCIPLINA: Final = (*TERMINI, *ORGANI, *FASCICOLI)
