"""A CPIA with its hours, a tutor, and an adult whose dossier is that of the picture."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from patto_formativo.enums import EsitoProva, Natura, Percorso, TipoEvidenza, TipoProva
from patto_formativo.models import Corsista, Dossier, Evidenza
from patto_formativo.services.dossier import (
    DatiEvidenza,
    DatiValutazione,
    aggiungi_evidenza,
    apri_dossier,
    chiudi_dossier,
    valuta_evidenza,
)
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    OffertaFactory,
    QuadroOrarioFactory,
)
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto

T = TipoEvidenza
RICHIESTO = date(2023, 10, 2)
# 396 hours: 198 of languages, then three axes of 66.
ORE = {
    "C1": "36", "C2": "36", "C3": "34", "C4": "18", "C5": "20", "C6": "18", "C7": "18", "C8": "18",
    "C9": "17", "C10": "17", "C11": "16", "C12": "16",
    "C13": "18", "C14": "16", "C15": "16", "C16": "16",
    "C17": "12", "C18": "10", "C19": "10", "C20": "12", "C21": "10", "C22": "12",
}  # fmt: skip


def chiede(*codici: str) -> dict[str, str]:
    """All the hours of these competences."""
    return {codice: ORE[codice] for codice in codici}


DIPLOMA = DatiEvidenza(
    T.TITOLO_STRANIERO_TRADOTTO,
    "Diploma di scuola secondaria, Casablanca 2009, con dichiarazione di valore",
    richieste=chiede("C13", "C14", "C15", "C16", "C17", "C18", "C19", "C21"),
)
CELI = DatiEvidenza(
    T.CERTIFICAZIONE_ITALIANO, "CELI 2, livello B1, 2024", richieste=chiede("C1", "C2", "C3")
)
LAVORO = DatiEvidenza(
    T.INFORMALE, "Contabilità di magazzino", ore_attivita=Decimal(600), competenza="C13"
)
DELF = DatiEvidenza(T.CERTIFICAZIONE_LINGUA_STRANIERA, "DELF B1, 2011", richieste=chiede("C8"))
EIPASS = DatiEvidenza(T.CERTIFICAZIONE_INFORMATICA, "EIPASS 7 moduli", richieste=chiede("C22"))
CORSO = DatiEvidenza(
    T.NON_FORMALE, "Corso di mediazione", ore_attivita=Decimal(300), competenza="C12"
)
# A deliberation of the section that is not in the portal.
DELIBERATO = {"estremi": "n. 4, Sezione di Casoria", "deliberata_il": date(2024, 6, 5)}
NAIMA = (DIPLOMA, CELI, LAVORO, DELF, EIPASS, CORSO)


@dataclass
class Scena:
    """The persons; ``chi`` is the tutor who acts."""

    istituto: Istituto
    corsista: Corsista
    dirigente: Persona

    @property
    def chi(self) -> Contesto:
        return contesto(self.corsista.tutor)

    @property
    def dossier(self) -> Dossier:
        return Dossier.objects.get(corsista=self.corsista)

    def atto(self, servizio, chi: Persona | None = None, **altro):
        """An act of the tutor, or of somebody else, now."""
        autore = contesto(chi) if chi else self.chi
        return servizio(**{"autore": autore, "adesso": ADESSO} | altro)

    def apre(self, *, richiesto: bool = True) -> Dossier:
        """Open the dossier, by default with the request of the person."""
        giorno = RICHIESTO if richiesto else None
        return self.atto(apri_dossier, corsista_id=self.corsista.pk, richiesto_il=giorno)

    def mette(self, *dati: DatiEvidenza) -> list[Evidenza]:
        """Put this evidence in the dossier."""
        dossier = self.apre()
        return [self.atto(aggiungi_evidenza, dossier_id=dossier.pk, dati=d) for d in dati]

    def chiude(self) -> Dossier:
        """Close the identification."""
        return self.atto(chiudi_dossier, dossier_id=self.dossier.pk)

    def valuta(
        self, evidenza: Evidenza, esito: EsitoProva = EsitoProva.POSITIVO, **ore
    ) -> Evidenza:
        """Ascertain a piece of evidence as its kind asks."""
        formale = evidenza.natura == Natura.FORMALE
        prova = TipoProva.DOCUMENTI if formale else TipoProva.COLLOQUIO
        accertate = {codice: Decimal(quante) for codice, quante in ore.items()} or None
        dati = DatiValutazione(prova, esito, accertate=accertate)
        return self.atto(valuta_evidenza, evidenza_id=evidenza.pk, dati=dati)

    def valuta_tutto(self) -> Dossier:
        """Close the identification and ascertain everything."""
        self.chiude()
        for evidenza in self.dossier.evidenze.filter(tolta_il__isnull=True):
            self.valuta(evidenza)
        return self.dossier


def scena(percorso: Percorso = Percorso.PRIMO_PERIODO, ore: dict[str, str] | None = None) -> Scena:
    """Make it: the tutor has the role, somebody directs the institute."""
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    corsista = CorsistaFactory(
        istituto=istituto, offerta=OffertaFactory(istituto=istituto, genere=percorso.value)
    )
    IncaricoFactory(istituto=istituto, persona=corsista.tutor, ruolo=Ruolo.TUTOR, cattedra=None)
    dirigente = PersonaFactory(istituto=istituto, con_accesso=True, sesso="F")
    IncaricoFactory(istituto=istituto, persona=dirigente, dirigente=True)
    QuadroOrarioFactory(
        istituto=istituto,
        anno_scolastico=corsista.anno_scolastico,
        percorso=percorso.value,
        ore=ore or ORE,
    )
    return Scena(istituto, corsista, dirigente)
