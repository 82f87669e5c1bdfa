"""A sitting under way with so many members, of whom so many are in."""

from dataclasses import dataclass
from datetime import timedelta

from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.enums import (
    Carica,
    Componente,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Platea,
    TipoOrgano,
)
from organi_collegiali.models import Convocato, Punto, Seduta, Votazione
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services.voto.proclamazione import proclama
from organi_collegiali.services.voto.votazioni import apri_votazione, chiudi_votazione
from tests.factories.organi import (
    ConvocatoFactory,
    MandatoFactory,
    MovimentoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
)
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory, contesto


@dataclass
class SalaDiProva:
    """The one who presides is the first of the convened, the one who writes the second."""

    seduta: Seduta
    convocati: list[Convocato]
    adesso = ADESSO

    @property
    def presiede(self) -> Persona:
        return self.convocati[0].persona

    @property
    def autore(self) -> Contesto:
        return contesto(self.convocati[1].persona)

    def come(self, quale: int) -> Contesto:
        """The context of one of the members."""
        return contesto(self.convocati[quale].persona)

    def punto(self, natura: NaturaPunto = NaturaPunto.DELIBERA, **altro: object) -> Punto:
        titolo = {"titolo_pubblico": "Persone"} if altro.get("su_persone") else {}
        return PuntoFactory(
            istituto=self.seduta.istituto, seduta=self.seduta, natura=natura, **titolo, **altro
        )

    def apri(self, punto: Punto | None = None, **altro: object) -> Votazione:
        dati = {
            "genere": GenereVotazione.PROPOSTA,
            "forma": FormaVotazione.PALESE,
            "modo": ModoVotazione.ALZATA,
            "testo": "Si approva la proposta.",
        }
        return apri_votazione(
            autore=self.autore,
            adesso=self.adesso,
            punto_id=(punto or self.punto()).pk,
            **(dati | altro),
        )

    def chiudi(self, votazione: Votazione, *cifre: int, **altro: object) -> Votazione:
        conto = Cifre(*cifre) if cifre else None
        return chiudi_votazione(
            autore=self.autore,
            adesso=self.adesso,
            votazione_id=votazione.pk,
            **({"cifre": conto} | altro),
        )

    def proclama(self, votazione: Votazione) -> Votazione:
        return proclama(autore=self.autore, adesso=self.adesso, votazione_id=votazione.pk)

    def esce(self, quale: int) -> None:
        MovimentoFactory(
            istituto=self.seduta.istituto,
            convocato=self.convocati[quale],
            quando=self.adesso + timedelta(seconds=1),
            entra=False,
        )


def sala_di_prova(
    *,
    in_carica: int = 19,
    presenti: int = 14,
    tipo: TipoOrgano = TipoOrgano.CONSIGLIO_ISTITUTO,
    platea: Platea = Platea.TUTTI,
    istituto: object = None,
) -> SalaDiProva:
    """The first members are in, the others are absent. Needs the institute set."""
    istituto = istituto or IstitutoFactory()
    organo = OrganoFactory(istituto=istituto, tipo=tipo)
    persone = [PersonaFactory(istituto=istituto, con_accesso=True) for _ in range(in_carica)]
    seduta = SedutaFactory(
        istituto=istituto,
        organo=organo,
        in_corso=True,
        in_carica=in_carica,
        platea=platea,
        presiede=persone[0],
        verbalizza=persone[1],
    )
    convocati = [_convocato(seduta, posto, persona) for posto, persona in enumerate(persone)]
    for convocato in convocati[:presenti]:
        MovimentoFactory(istituto=istituto, convocato=convocato, quando=seduta.aperta_il)
    return SalaDiProva(seduta, convocati)


def _convocato(seduta: Seduta, posto: int, persona: Persona) -> Convocato:
    cariche = {0: Carica.PRESIDENTE, 1: Carica.SEGRETARIO}
    mandato = MandatoFactory(
        istituto=seduta.istituto,
        organo=seduta.organo,
        persona=persona,
        carica=cariche.get(posto, ""),
        componente=Componente.GENITORI if posto % 2 == 0 else Componente.DOCENTI,
    )
    return ConvocatoFactory(istituto=seduta.istituto, seduta=seduta, mandato=mandato)
