"""The applications of the demo, brought as far as the plan says with the acts of the office."""

from dataclasses import dataclass
from datetime import date, timedelta

from cpia.atti.caricamenti import FileAccettato
from cpia.portale.dimostrazione.organi_convocazione import carta
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.patto_piano import ADULTI, GENITORE, A, Adulto
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.scuola import istante, utente_della_demo
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Legame
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.rules import calcola_codice_fiscale, lettere
from patto_formativo.enums import Canale, Cittadinanza, TipoCarta
from patto_formativo.models import DomandaIscrizione, Offerta
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.iscrizione import Studi
from patto_formativo.services.iscrizioni import (
    DatiCarta,
    DatiDomanda,
    accogli_domanda,
    perfeziona_domanda,
    presenta_domanda,
    verifica_carta,
)
from patto_formativo.services.iscrizioni.ricevuta import PREFISSO as RICEVUTE

# Land-registry codes of the official list: the country, or the town of who was born in Italy.
CATASTO = {"Marocco": "Z330", "Mali": "Z329", "Ucraina": "Z138", "Sri Lanka": "Z209",
           "Nigeria": "Z335", "Guinea": "Z319", "": "I262"}  # fmt: skip
T = TipoCarta
ONLINE, SPORTELLO = Canale.ONLINE, Canale.SPORTELLO


@dataclass(frozen=True)
class Storia:
    """When and how somebody applied, with which paper of stay; for how many years."""

    giorno: date
    canale: Canale
    studi: Studi
    soggiorno: tuple[TipoCarta, date | None] | None = None
    anni: int = 1
    titolo: str = ""


S = Storia
STORIE = {
    "Traoré": S(date(2023, 9, 18), SPORTELLO, Studi.NESSUNO, (T.PERMESSO, date(2024, 6, 28))),
    "Ponticelli": S(date(2023, 9, 25), SPORTELLO, Studi.ELEMENTARE),
    "Buonocore": S(date(2023, 10, 2), ONLINE, Studi.PRIMO_CICLO),
    "Perera": S(date(2024, 1, 22), ONLINE, Studi.ESTERO, (T.RINNOVO, None), 2,
                "diploma O-Level, Colombo"),
    "D’Ambrosio": S(date(2024, 1, 29), SPORTELLO, Studi.PRIMO_CICLO, None, 2),
    "Oulhaj": S(date(2024, 2, 12), ONLINE, Studi.ESTERO, (T.PERMESSO, date(2025, 3, 31)), 2,
                "diploma di scuola secondaria, Casablanca 2009"),
    "Kovalenko": S(date(2024, 2, 19), ONLINE, Studi.ESTERO, (T.PERMESSO, date(2024, 12, 31)), 2,
                   "diploma di scuola superiore, Poltava"),
    "Hrytsenko": S(date(2024, 2, 26), SPORTELLO, Studi.ESTERO, None, 2,
                   "pagelle della scuola di Černihiv"),
    "El Idrissi": S(date(2024, 3, 18), ONLINE, Studi.NESSUNO, (T.PERMESSO, date(2024, 5, 20))),
    "Okafor": S(date(2024, 4, 8), SPORTELLO, Studi.NESSUNO, (T.PROTEZIONE, None)),
    "Fernando": S(date(2024, 5, 13), ONLINE, Studi.ITALIANO_A2, None, 2),
    "Diallo": S(date(2024, 5, 28), SPORTELLO, Studi.NESSUNO, (T.PROTEZIONE, date(2024, 11, 15))),
    "Petrenko": S(date(2024, 6, 3), ONLINE, Studi.ESTERO, (T.PERMESSO, date(2024, 12, 31)), 2,
                  "diploma di scuola tecnica, Odessa"),
}  # fmt: skip
CHIEDONO = {"dossier", "bozza", "proposto", "approvato", "in_corso", "rischio", "silenzio"}
DOMANDA, ACCOLTA = "domanda", "accolta"


def popola(istituto: Istituto) -> None:
    """Each person applies on the own day, in the order of the days."""
    primo = segreteria_il(istituto, date(2023, 9, 18))
    copia = carta(primo, primo.adesso, "Copia di prova", 1)
    for adulto in sorted(ADULTI, key=lambda chi: STORIE[chi.cognome].giorno):
        domanda = _presenta(istituto, adulto, copia)
        if adulto.fino_a == DOMANDA:
            continue
        _accoglie(istituto, adulto, domanda)
        if adulto.fino_a != ACCOLTA:
            _perfeziona(istituto, adulto, domanda)
    gia_partiti(istituto, f"{RICEVUTE}.", esito="per e-mail")


def _presenta(istituto: Istituto, chi: Adulto, copia: FileAccettato) -> DomandaIscrizione:
    storia = STORIE[chi.cognome]
    adesso = istante(storia.giorno, 10, 20)
    autore = segreteria_il(istituto, storia.giorno, 10) if storia.canale is SPORTELLO else None
    domanda, _ = presenta_domanda(
        istituto=istituto, adesso=adesso, canale=storia.canale, autore=autore,
        chiave=f"dimostrazione {chi.cognome}",
        dati=_dati(istituto, chi, storia), carte=_carte(chi, storia, copia),
    )  # fmt: skip
    return domanda


def _dati(istituto: Istituto, chi: Adulto, storia: Storia) -> DatiDomanda:
    minore = minorenne(chi.nascita, storia.giorno)
    adulto = (
        {"adulto_cognome": GENITORE.cognome, "adulto_nome": GENITORE.nome,
         "adulto_legame": Legame.GENITORE.value}
        if minore else {}
    )  # fmt: skip
    return DatiDomanda(
        offerta_id=_offerta(istituto, chi).pk,
        cognome=chi.cognome, nome=chi.nome, sesso=chi.sesso, data_nascita=chi.nascita,
        luogo_nascita=chi.paese or "Sant’Anastasia", provincia_nascita="EE" if chi.paese else "NA",
        codice_fiscale=calcola_codice_fiscale(
            chi.cognome, chi.nome, chi.nascita, chi.sesso, CATASTO[chi.paese]
        ),
        cittadinanza=(Cittadinanza.EXTRA if chi.paese else Cittadinanza.ITALIANA).value,
        stato_cittadinanza=chi.paese, lingua=chi.lingua.value, telefono="333 555 01 40",
        email=GENITORE.email if minore else chi.email or _recapito(chi),
        studi=storia.studi.value, titolo_accesso=storia.titolo or storia.studi.etichetta,
        chiede_crediti=chi.fino_a in CHIEDONO, anni=storia.anni, **adulto,
    )  # fmt: skip


def _recapito(chi: Adulto) -> str:
    return f"{lettere(chi.nome)}.{lettere(chi.cognome)}@posta.example".lower()


def _offerta(istituto: Istituto, chi: Adulto) -> Offerta:
    righe = Offerta.objects.filter(istituto=istituto, genere=chi.percorso, sede__nome=chi.sede)
    if chi.percorso == A:
        righe = righe.filter(livello="A1")
    return righe.get()


def _carte(chi: Adulto, storia: Storia, copia: FileAccettato) -> list[DatiCarta]:
    carte = [DatiCarta(T.IDENTITA, copia, numero=f"CA{len(chi.nome):05}IT")]
    if storia.soggiorno is not None:
        tipo, scade = storia.soggiorno
        carte.append(DatiCarta(tipo, copia, scade=scade))
    if storia.titolo:
        carte.append(DatiCarta(T.TITOLO, copia))
    return carte


def _accoglie(istituto: Istituto, chi: Adulto, domanda: DomandaIscrizione) -> None:
    autore = segreteria_il(istituto, domanda.presentata_il.date() + timedelta(days=1), 11)
    for portata in domanda.carte.all():
        verifica_carta(autore=autore, adesso=autore.adesso, carta_id=portata.pk)
    accolta = accogli_domanda(
        autore=autore, adesso=autore.adesso, domanda_id=domanda.pk, invita=False
    )
    _accesso(accolta, chi)


def _accesso(domanda: DomandaIscrizione, chi: Adulto) -> None:
    """Who is shown in the demo has accepted the invitation already."""
    if chi.email and domanda.persona is not None:
        domanda.persona.utente = utente_della_demo(chi.email)
        domanda.persona.save(update_fields=["utente"])
    elif domanda.email == GENITORE.email:
        Persona.objects.filter(istituto_id=domanda.istituto_id, email=GENITORE.email).update(
            utente=utente_della_demo(GENITORE.email), sesso=GENITORE.sesso
        )


def _perfeziona(istituto: Istituto, chi: Adulto, domanda: DomandaIscrizione) -> None:
    giorno = domanda.presentata_il.date() + timedelta(days=3)
    autore: Contesto = segreteria_il(istituto, giorno, 12)
    esonero = chi.cognome == "Okafor"
    perfeziona_domanda(
        autore=autore, adesso=autore.adesso, domanda_id=domanda.pk, pagata_il=giorno,
        pagamento="Esonero: ospite di un centro di accoglienza" if esonero
        else f"pagoPA, ricevuta del {giorno:%d/%m/%Y}",
        esonero=esonero,
    )  # fmt: skip
