"""A comprensivo with a list of enrolments: who directs, the office, and families."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo, TipoIstituto
from cpia.scuola.models import Istituto, Persona, Sede
from selezioni_pon.enums import TipoVersione
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia, VersioneInfanzia
from selezioni_pon.services.infanzia import (
    Adulto,
    DatiBambino,
    DatiDomanda,
    DatiElenco,
    DatiSezione,
    apri_elenco,
    forma_versione,
    registra_domanda,
    registra_rinuncia,
    scrivi_sezione,
)
from tests.factories.infanzia import ANNO, ENTRO, NATO
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    SedeFactory,
    UtenteFactory,
    contesto,
)

OGGI = ADESSO.date()
DOPO = ADESSO + timedelta(days=7)
AL_CONTEGGIO = datetime(2024, 8, 30, 8, tzinfo=ADESSO.tzinfo)


@dataclass
class Scuola:
    """Who and what; ``chi`` acts, unless said otherwise at ``adesso``."""

    istituto: Istituto
    sede: Sede
    dirigente: Persona
    segretaria: Persona
    del_personale: Persona
    docente: Persona

    def atto(self, servizio, chi: Persona | None = None, adesso: datetime = ADESSO, **altro):
        """An act of the office, or of somebody else."""
        return servizio(autore=contesto(chi or self.segretaria, adesso), adesso=adesso, **altro)

    def elenco(self, sezioni: int = 1, entro: date = ENTRO) -> ElencoInfanzia:
        """A list with its sections."""
        anno = AnnoScolasticoFactory(istituto=self.istituto, inizio=ANNO)
        dati = DatiElenco(anno.pk, self.sede.pk, entro)
        aperto = self.atto(apri_elenco, dati=dati)
        for n in range(sezioni):
            self.sezione(aperto, f"{'ABC'[n]}")
        return aperto

    def sezione(self, elenco: ElencoInfanzia, nome: str, **altro):
        """A section, written or written again."""
        gia = elenco.sezioni.filter(nome=nome).first()
        return self.atto(
            scrivi_sezione, elenco_id=elenco.pk, sezione_id=gia and gia.pk,
            versione=gia and gia.versione, dati=DatiSezione(nome, **altro),
        )  # fmt: skip

    def domanda(
        self, elenco: ElencoInfanzia, nome: str = "Ada", *titoli: str, nato: date = NATO,
        email: str = "", adesso: datetime = ADESSO, **altro,
    ) -> DomandaInfanzia:  # fmt: skip
        """The application for a child, in time if nothing else is said."""
        dati = DatiDomanda(altro.pop("presentata_il", ENTRO), titoli=dict.fromkeys(titoli, ""))
        return self.atto(
            registra_domanda, adesso=adesso, elenco_id=elenco.pk,
            bambino=DatiBambino("Bianchi", nome, nato),
            adulti=(Adulto("Bianchi", f"Madre di {nome}", email),), dati=replace(dati, **altro),
        )  # fmt: skip

    def rinuncia(self, domanda: DomandaInfanzia, adesso: datetime = ADESSO) -> DomandaInfanzia:
        """The family gives up."""
        return self.atto(
            registra_rinuncia, adesso=adesso, domanda_id=domanda.pk, giorno=adesso.date(),
            atto="nota della famiglia",
        )  # fmt: skip

    def forma(
        self, elenco: ElencoInfanzia, tipo: TipoVersione, adesso: datetime = ADESSO, **altro
    ) -> VersioneInfanzia:
        """Who directs makes a version."""
        if tipo is TipoVersione.PROVVISORIA:
            altro = {"osservazioni_entro": adesso.date() + timedelta(days=5)} | altro
        return self.atto(
            forma_versione, self.dirigente, adesso, elenco_id=elenco.pk, tipo=tipo, **altro
        )

    def definitivo(self, elenco: ElencoInfanzia) -> VersioneInfanzia:
        """Provisional, and final a week later."""
        self.forma(elenco, TipoVersione.PROVVISORIA)
        return self.forma(elenco, TipoVersione.DEFINITIVA, DOPO)

    def entra(self, domanda: DomandaInfanzia) -> Persona:
        """Who answers for the child, with a login."""
        adulto = domanda.bambino.responsabili.get().adulto
        adulto.utente = UtenteFactory()
        adulto.save(update_fields=["utente"])
        return adulto


def scuola() -> Scuola:
    """Make it."""
    istituto = IstitutoFactory(tipo=TipoIstituto.COMPRENSIVO)
    tenancy.imposta(istituto_id=istituto.pk)
    di = {"istituto": istituto}
    persone = [PersonaFactory(**di, con_accesso=True) for _ in range(4)]
    senza = {"cattedra": None, "classe": None}
    IncaricoFactory(**di, persona=persone[0], dirigente=True)
    for persona, ruolo in zip(
        persone[1:3], (Ruolo.SEGRETERIA_DIDATTICA, Ruolo.SEGRETERIA_PERSONALE), strict=True
    ):
        IncaricoFactory(**di, **senza, persona=persona, ruolo=ruolo)
    IncaricoFactory(**di, persona=persone[3])
    return Scuola(istituto, SedeFactory(**di, nome="Fezzano"), *persone)
