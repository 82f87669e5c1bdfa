"""A sitting under way with as many members as wanted, ready for a secret vote."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import (
    Componente,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Titolo,
)
from organi_collegiali.models import Convocato, Mandato, Movimento, Punto, Votazione
from organi_collegiali.services.urna.urna import vota_in_segreto
from organi_collegiali.services.voto.annullamento import annulla_votazione
from organi_collegiali.services.voto.votazioni import (
    VoceDaVotare,
    apri_votazione,
    chiudi_votazione,
)
from tests.factories.organi import COSTITUITO, OrganoFactory, PuntoFactory, SedutaFactory
from tests.factories.scuola import ADESSO, INIZIO_ANNO, IstitutoFactory, UtenteFactory

ENTRATI = ADESSO - timedelta(hours=1)


@dataclass(frozen=True)
class Scena:
    istituto: Istituto
    punto: Punto
    persone: list[Persona]

    @property
    def presidente(self) -> Contesto:
        return self.chi(0)

    def chi(self, quale: int, adesso: datetime = ADESSO) -> Contesto:
        return Contesto(self.istituto, self.persone[quale], (), adesso)

    def dentro(self) -> AbstractContextManager[None]:
        """A transaction of its own, as of one request."""
        return istituto_corrente(self.istituto.pk)

    def apri(self, *, candidati: int = 0, modo: ModoVotazione = ModoVotazione.URNA) -> Votazione:
        """A secret vote yes or no, or one between so many persons."""
        genere = GenereVotazione.ELEZIONE if candidati else GenereVotazione.PROPOSTA
        return apri_votazione(
            autore=self.presidente,
            adesso=ADESSO,
            punto_id=self.punto.pk,
            genere=genere,
            forma=FormaVotazione.SEGRETA,
            modo=modo,
            testo="Chi entra nel Comitato?",
            proposte=[VoceDaVotare("", persona.pk) for persona in self.persone[:candidati]],
        )

    def vota(self, votazione: Votazione, quale: int, *scelte: str) -> None:
        vota_in_segreto(
            autore=self.chi(quale), adesso=ADESSO, votazione_id=votazione.pk, scelte=scelte
        )

    def chiudi(self, votazione: Votazione) -> Votazione:
        return chiudi_votazione(autore=self.presidente, adesso=ADESSO, votazione_id=votazione.pk)

    def annulla(self, votazione: Votazione, motivo: str = "L’urna si è guastata.") -> Votazione:
        return annulla_votazione(
            autore=self.presidente, adesso=ADESSO, votazione_id=votazione.pk, motivo=motivo
        )


def scena(quanti: int, istituto: Istituto | None = None) -> Scena:
    """So many members of an organ, all in; needs the institute set."""
    istituto = istituto or IstitutoFactory()
    organo = OrganoFactory(istituto=istituto)
    persone = Persona.objects.bulk_create(
        Persona(istituto=istituto, cognome=f"Cognome{n:03}", nome="Nome") for n in range(quanti)
    )
    mandati = Mandato.objects.bulk_create(
        Mandato(
            istituto=istituto, organo=organo, persona=persona, dal=COSTITUITO,
            componente=Componente.DOCENTI, titolo=Titolo.ELETTO,
        )
        for persona in persone
    )  # fmt: skip
    seduta = SedutaFactory(
        istituto=istituto, organo=organo, in_corso=True, in_carica=quanti,
        presiede=persone[0], verbalizza=persone[-1],
    )  # fmt: skip
    convocati = Convocato.objects.bulk_create(
        Convocato(
            istituto=istituto, seduta=seduta, persona=mandato.persona, mandato=mandato,
            componente=mandato.componente,
        )
        for mandato in mandati
    )  # fmt: skip
    Movimento.objects.bulk_create(
        Movimento(istituto=istituto, convocato=convocato, quando=ENTRATI, entra=True)
        for convocato in convocati
    )
    punto = PuntoFactory(
        istituto=istituto, seduta=seduta, natura=NaturaPunto.ELEZIONE, su_persone=True,
        titolo_pubblico="Elezione",
    )  # fmt: skip
    return Scena(istituto, punto, persone)


def con_accesso(scena: Scena, quanti: int | None = None) -> Scena:
    """Its first members (all of them if not said) with a login and the portal of the institute."""
    for persona in scena.persone[:quanti]:
        persona.utente = UtenteFactory()
        persona.save(update_fields=["utente"])
        Incarico.objects.create(
            istituto=scena.istituto, persona=persona, ruolo=Ruolo.COLLABORATORE, dal=INIZIO_ANNO
        )
    return scena
