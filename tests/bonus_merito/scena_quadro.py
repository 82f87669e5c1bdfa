"""The board of the picture: 22 ask, 19 are assessed, one is out for 23 % of absence, two wait."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from bonus_merito.enums import Area
from bonus_merito.models import Attivita, Procedura, Richiesta, Valutazione
from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from tests.factories.bonus import (
    AreaDeiCriteriFactory,
    AttivitaFactory,
    CriterioFactory,
    ProceduraFactory,
    RequisitiFactory,
    RichiestaFactory,
    ValutazioneFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

# Points of the areas A, B, C and additional percentage.
FIGURA = {
    "Accardi": ("38", "21", "31.5"), "Bellavia": ("36", "22", "32.2"),
    "Buscemi": ("32", "17.5", "26.6"), "Cusumano": ("24", "13", "20.3"),
    "Di Liberto": ("37.6", "22.5", "30.8", "1"), "Gangitano": ("36.8", "20", "32.9"),
    "Giarratana": ("28.8", "20", "27.65"), "Iacona": ("19.2", "10", "18.2"),
    "La Ferrera": ("35.2", "23", "31.5"), "Lo Nigro": ("32.8", "17", "25.9"),
    "Mancuso": ("38.4", "23", "35"), "Pirrello": ("34.4", "22.5", "31.15"),
    "Puleo": ("31.2", "19", "28"), "Raitano": ("36", "21.5", "29.4"),
    "Restivo": ("35.2", "21", "28"), "Sciortino": ("26.4", "15", "24.5"),
    "Spitale": ("30.4", "18", "27.3"), "Vaccaro": ("17.6", "12.5", "16.1"),
    "Zagarella": ("29.6", "19.5", "28"),
}  # fmt: skip
ATTENDONO = ("Farruggia", "Tedesco")
ESCLUSA = "Milazzo"


@dataclass
class Scena:
    """``richieste`` by surname; ``dirigente`` has a login."""

    istituto: Istituto
    procedura: Procedura
    dirigente: Persona
    ufficio: Persona
    richieste: dict[str, Richiesta] = field(default_factory=dict)

    @property
    def chi(self) -> Contesto:
        return contesto(self.dirigente)

    def atto(self, servizio, **altro):
        """An act of the dirigente, now."""
        return servizio(**{"autore": self.chi, "adesso": ADESSO} | altro)

    def attivita(self, cognome: str, area: str) -> Attivita:
        return Attivita.objects.get(
            richiesta=self.richieste[cognome], criterio__area__area=area, confermata=True
        )

    def rilegge(self) -> Procedura:
        return Procedura.objects.select_related("fondo__anno_scolastico", "istituto").get(
            pk=self.procedura.pk
        )

    def aggiungi(self, cognome: str, punti: tuple[str, ...] = (), *, assenze: int = 0) -> Richiesta:
        """Somebody who asks: with these points assessed, without still to be."""
        di = {"istituto": self.istituto}
        chi = PersonaFactory(**di, cognome=cognome, nome="Nome", con_accesso=True)
        richiesta = RichiestaFactory(**di, procedura=self.procedura, persona=chi)
        RequisitiFactory(
            **di, procedura=self.procedura, persona=chi, assenze=assenze,
            controllati_da=self.ufficio,
        )  # fmt: skip
        self.richieste[cognome] = richiesta
        for ordine, (area, quanti) in enumerate(zip(Area, punti, strict=False), start=1):
            self.dichiara(richiesta, area, ordine, quanti)
        if punti:
            in_piu = Decimal(punti[3]) if len(punti) > 3 else Decimal(0)
            ValutazioneFactory(
                **di, richiesta=richiesta, valutata_da=self.dirigente, aggiuntiva=in_piu,
                motivo_aggiuntiva="Compiti mai formalizzati" if in_piu else "",
            )  # fmt: skip
        return richiesta

    def dichiara(self, richiesta: Richiesta, area: Area, ordine: int, punti: str = "") -> Attivita:
        """An activity, confirmed with these points or not judged yet."""
        di = {"istituto": self.istituto}
        criteri = self.procedura.criteri
        dove = AreaDeiCriteriFactory(**di, criteri=criteri, area=area.value)
        dati = {"giudicata": True, "punti": Decimal(punti)} if punti else {}
        return AttivitaFactory(
            **di, richiesta=richiesta, ordine=ordine,
            criterio=CriterioFactory(**di, area=dove), **dati,
        )  # fmt: skip


def vuota(**dati: object) -> Scena:
    """A procedure being assessed, without anybody."""
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    di = {"istituto": istituto}
    dirigente = PersonaFactory(**di, cognome="Vullo", nome="Agata", con_accesso=True)
    IncaricoFactory(**di, persona=dirigente, ruolo=Ruolo.DIRIGENTE, cattedra=None, classe=None)
    procedura = ProceduraFactory(**di, in_valutazione=True, **dati)
    return Scena(istituto, procedura, dirigente, PersonaFactory(**di))


def figura() -> Scena:
    """Everybody of the picture."""
    casa = vuota()
    for cognome, punti in FIGURA.items():
        casa.aggiungi(cognome, punti)
    casa.aggiungi(ESCLUSA, assenze=46)
    for cognome in ATTENDONO:
        richiesta = casa.aggiungi(cognome)
        casa.dichiara(richiesta, Area.A, 1)
    return casa


def valutazione(richiesta: Richiesta) -> Valutazione | None:
    return Valutazione.objects.filter(richiesta=richiesta).first()


def punti(attivita: Attivita) -> Fraction:
    attivita.refresh_from_db()
    return Fraction(attivita.punti)
