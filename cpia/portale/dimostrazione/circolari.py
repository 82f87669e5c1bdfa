"""The circulars of the demo: read, waited for, late, annulled, still to be finished."""

from collections.abc import Sequence
from datetime import date, datetime

from cpia.avvisi.circolari.services import (
    DatiCircolare,
    annulla_circolare,
    prepara_circolare,
    pubblica_circolare,
    registra_riscontro,
)
from cpia.avvisi.models import Circolare
from cpia.portale.dimostrazione import altre_scuole, piano
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import Scuola, incarico, istante
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona

PRIMO_NUMERO = 415
TUTOR = 11
LEZIONI = DatiCircolare(
    tipo="famiglie",
    oggetto="Termine delle lezioni, ritiro dei libri in comodato e orario degli uffici d’estate",
    testo="Le lezioni terminano sabato 8 giugno 2024, per tutte le classi alla quarta ora.\n"
    "I libri in comodato d’uso si riconsegnano in segreteria dal 10 al 14 giugno, dalle 9 alle "
    "12.\nDal 1º luglio gli uffici ricevono il pubblico dalle 10 alle 12, dal lunedì al venerdì.",
    ruoli=[Ruolo.STUDENTE, Ruolo.RESPONSABILE, Ruolo.DOCENTE],
    pubblica=True,
)
ORIENTAMENTO = DatiCircolare(
    tipo="personale",
    oggetto="Tutor: relazione finale sui moduli di orientamento",
    testo="I tutor leggono le indicazioni per la relazione finale sui moduli di orientamento.\n"
    "La relazione dice, per ciascun gruppo, le ore svolte, le attività e che cosa conviene "
    "cambiare l’anno prossimo.",
    ruoli=[Ruolo.TUTOR],
    riscontro="presa_visione",
    riscontro_entro=date(2024, 6, 3),
)
COMPETENZE = DatiCircolare(
    tipo="personale",
    oggetto="Inserimento delle competenze da certificare al termine dell’obbligo di istruzione",
    testo="I docenti delle classi seconde inseriscono i livelli di competenza almeno tre giorni "
    "prima dello scrutinio.\nDal 3 giugno i coordinatori consultano il quadro della classe.",
    ruoli=[Ruolo.DOCENTE],
    pubblica=True,
)
FORMAZIONE = DatiCircolare(
    tipo="personale",
    oggetto="Incontro di formazione dei tutor, giovedì 13 giugno alle 15.00: disponibilità",
    testo="Giovedì 13 giugno, dalle 15.00 alle 17.00, in aula magna, si tiene l’incontro di "
    "formazione dei tutor.\nSi chiede a ciascuno se sarà presente.",
    ruoli=[Ruolo.TUTOR],
    riscontro="si_no",
    riscontro_entro=date(2024, 6, 7),
)
SBAGLIATA = DatiCircolare(
    tipo="avviso",
    oggetto="Chiusura della sede di via Roma nel giorno 7 giugno",
    testo="La sede resta chiusa tutto il giorno.",
    ruoli=[Ruolo.TUTOR],
)
DA_FINIRE = DatiCircolare(
    tipo="famiglie",
    oggetto="Corsi di recupero estivi: adesione",
    testo="Dal 24 giugno si tengono i corsi di recupero di matematica e di inglese.\n"
    "Chi aderisce lo dice entro il termine indicato.",
    ruoli=[Ruolo.STUDENTE, Ruolo.RESPONSABILE],
    riscontro="adesione",
    riscontro_entro=date(2024, 6, 18),
)
BENVENUTO = DatiCircolare(
    tipo="avviso",
    oggetto="Le circolari si leggono nel portale",
    testo="Da oggi le circolari dell’istituto si leggono nel portale.\n"
    "Quelle per tutti si leggono anche qui, senza entrare.",
    ruoli=[Ruolo.SEGRETERIA_DIDATTICA],
    pubblica=True,
)


def popola(scuola: Scuola) -> None:
    """Five circulars of the last days and a draft, as the acts of the portal make them."""
    tutor = _tutor(scuola)
    _pubblica(scuola, LEZIONI, istante(date(2024, 5, 27), 9))
    relazione = _pubblica(scuola, ORIENTAMENTO, istante(date(2024, 5, 30), 11))
    _pubblica(scuola, COMPETENZE, istante(date(2024, 5, 31), 8))
    incontro = _pubblica(scuola, FORMAZIONE, istante(date(2024, 6, 3), 12))
    _annulla(scuola, _pubblica(scuola, SBAGLIATA, istante(date(2024, 6, 4), 8)))
    for posto, chi in enumerate(tutor[: TUTOR - 3]):
        giorno = date(2024, 6, 4) if posto == 2 else date(2024, 5, 31)
        _risponde(chi, relazione, istante(giorno, 10, posto))
    for posto, chi in enumerate(tutor[: TUTOR - 5]):
        risposta = "no" if posto == 1 else "si"
        _risponde(chi, incontro, istante(date(2024, 6, 4), 16, posto), risposta)
    prepara_circolare(
        autore=compi(scuola.conti[piano.SEGRETERIA.email], istante(date(2024, 6, 5), 8)),
        adesso=istante(date(2024, 6, 5), 8),
        dati=DA_FINIRE,
    )
    gia_partiti(scuola.istituto, "circolari.")


def popola_altra(istituto: Istituto) -> None:
    """The first circular of a school, public."""
    adesso = istante(date(2024, 6, 3), 9)
    conto = altre_scuole.PERSONE[istituto.slug][0]
    autore = compi(Persona.objects.get(istituto=istituto, email=conto.email), adesso)
    bozza = prepara_circolare(autore=autore, adesso=adesso, dati=BENVENUTO)
    pubblica_circolare(autore=autore, adesso=adesso, circolare_id=bozza.pk)
    gia_partiti(istituto, "circolari.")


def _tutor(scuola: Scuola) -> Sequence[Persona]:
    """Eleven teachers without a login, and the one of special needs who has not answered yet."""
    conti = {chi.pk for chi in scuola.conti.values()}
    docenti = {chi.pk: chi for chi in scuola.docenti.values() if chi.pk not in conti}
    # From the end of the alphabet: those at its beginning have other roles already.
    scelti = sorted(docenti.values(), key=str, reverse=True)[:TUTOR]
    for chi in (*scelti, scuola.conti[piano.OTTOLENGHI.email]):
        incarico(chi, Ruolo.TUTOR)
    return scelti


def _pubblica(scuola: Scuola, dati: DatiCircolare, adesso: datetime) -> Circolare:
    bozza = prepara_circolare(
        autore=compi(scuola.conti[piano.SEGRETERIA.email], adesso), adesso=adesso, dati=dati
    )
    return pubblica_circolare(
        autore=compi(scuola.conti[piano.DIRIGENTE.email], adesso),
        adesso=adesso,
        circolare_id=bozza.pk,
        primo_numero=PRIMO_NUMERO,
    )


def _annulla(scuola: Scuola, circolare: Circolare) -> None:
    adesso = istante(date(2024, 6, 4), 8, 20)
    annulla_circolare(
        autore=compi(scuola.conti[piano.DIRIGENTE.email], adesso),
        adesso=adesso,
        circolare_id=circolare.pk,
        motivo="Il giorno è sbagliato: la chiusura è il 14 giugno.",
    )


def _risponde(chi: Persona, circolare: Circolare, adesso: datetime, risposta: str = "") -> None:
    registra_riscontro(
        autore=compi(chi, adesso), adesso=adesso, circolare_id=circolare.pk, risposta=risposta
    )
