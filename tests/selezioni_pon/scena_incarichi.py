"""A call whose final ranking is there: persons in order, each with what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.core.files.base import ContentFile

from cpia.scuola.models import Persona
from selezioni_pon import models
from selezioni_pon.enums import Provenienza, StatoGraduatoria, StatoProposta, TipoAllegato
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.incarichi import DatiIncarico
from tests.conftest import come_proprietario
from tests.factories.candidature import AllegatoFactory, GraduatoriaFactory, inviata
from tests.factories.scuola import ADESSO, PersonaFactory
from tests.factories.selezioni import AvvisoFactory, SelezioneFactory
from tests.selezioni_pon.scena import Scena

IERI = ADESSO - timedelta(days=1)
ENTRO = (ADESSO + timedelta(days=5)).date()


@dataclass
class Fila:
    """The call, its final ranking, who is in it from the first."""

    casa: Scena
    avviso: models.Avviso
    graduatoria: models.Graduatoria
    invii: Sequence[models.Invio]

    def chi(self, posto: int) -> Persona:
        """Who is at a place, from 1."""
        return self.invii[posto - 1].candidatura.persona

    def candidatura(self, posto: int) -> models.Candidatura:
        return self.invii[posto - 1].candidatura

    def propone(self, *posti: int, entro=ENTRO, adesso=ADESSO) -> list[models.Proposta]:
        """Who directs offers the posts to these places."""
        lette = [self.candidatura(posto).pk for posto in posti]
        return self.casa.atto(
            servizi.proponi_incarichi, self.casa.dirigente, adesso, avviso_id=self.avviso.pk,
            lette=lette, entro=entro,
        )  # fmt: skip

    def proposta(self, posto: int) -> models.Proposta:
        """What was offered to a place, as it is now."""
        return models.Proposta.objects.get(candidatura=self.candidatura(posto))

    def risponde(
        self, posto: int, *, accetta: bool = True, adesso=ADESSO, **altro: Any
    ) -> models.Proposta:
        """Who is at a place answers."""
        una = self.proposta(posto)
        return self.casa.atto(
            servizi.rispondi_proposta, self.chi(posto), adesso, proposta_id=una.pk,
            versione=una.versione, accetta=accetta, **altro,
        )  # fmt: skip

    def dati(self, **altro: Any) -> DatiIncarico:
        """What is written of an assignment of this call."""
        scritti = {
            "dal": self.avviso.dal, "al": self.avviso.al, "ore": Decimal("30.00"),
            "compenso": 90_000, "delibera_il": IERI.date(),
        }  # fmt: skip
        return DatiIncarico(**scritti | altro)

    def scrive(self, posto: int, versione: int | None = None, **altro: Any) -> models.Contratto:
        """The office writes the letter or the contract."""
        return self.casa.atto(
            servizi.scrivi_incarico, proposta_id=self.proposta(posto).pk, versione=versione,
            dati=self.dati(**altro),
        )  # fmt: skip

    def fa(self, servizio, contratto: models.Contratto, *, chi=None, adesso=ADESSO, **altro):
        """An act on a contract as it is now, of who directs unless said."""
        contratto.refresh_from_db()
        return self.casa.atto(
            servizio, chi or self.casa.dirigente, adesso, contratto_id=contratto.pk,
            versione=contratto.versione, **altro,
        )  # fmt: skip

    def emesso(self, posto: int, **altro: Any) -> models.Contratto:
        """Offered already: accepted, written, issued."""
        self.risponde(posto)
        contratto = self.scrive(posto, **altro)
        self.emette(contratto)
        return self.ora(contratto)

    def emette(self, contratto: models.Contratto, **altro: Any) -> models.Contratto:
        """Issued by who directs, who found no conflict of interests."""
        return self.fa(servizi.emetti_incarico, contratto, senza_conflitti=True, **altro)

    def comunica(self, contratto: models.Contratto, giorno=ADESSO, **altro: Any):
        """The office has told the Funzione pubblica."""
        self.fa(
            servizi.comunica_incarico, contratto, chi=self.casa.segretaria, giorno=giorno.date(),
            modo=altro.pop("modo", "PerlaPA n. 1"), **altro,
        )  # fmt: skip
        return self.ora(contratto)

    def firmato(self, posto: int, **altro: Any) -> models.Contratto:
        """And signed."""
        contratto = self.emesso(posto, **altro)
        self.fa(servizi.registra_firma, contratto, firmato_il=ADESSO.date())
        return self.ora(contratto)

    def pubblicato(self, posto: int, **altro: Any) -> models.Contratto:
        """And published."""
        contratto = self.firmato(posto, **altro)
        self.fa(servizi.pubblica_incarico, contratto)
        return self.ora(contratto)

    def ora(self, contratto: models.Contratto) -> models.Contratto:
        """A row as it is now."""
        return models.Contratto.objects.get(pk=contratto.pk)


def fila(
    casa: Scena,
    quanti: int = 3,
    *,
    posti: int = 1,
    provenienza: Provenienza = Provenienza.INTERNO,
    persone: Sequence[Persona] = (),
    **campi: Any,
) -> Fila:
    """A call for ``posti``, with these or ``quanti`` in its final ranking, able to sign in."""
    selezione = SelezioneFactory(istituto=casa.istituto, posti=posti)
    avviso = AvvisoFactory(istituto=casa.istituto, selezione=selezione, scaduto=True)
    invii = [
        inviata(
            avviso, chi, {}, provenienza=provenienza.value, **campi,
        )
        for chi in persone
        or [PersonaFactory(istituto=casa.istituto, con_accesso=True) for _ in range(quanti)]
    ]  # fmt: skip
    return Fila(casa, avviso, definitiva(avviso, invii, casa.dirigente), invii)


def definitiva(
    avviso: models.Avviso, invii: Sequence[models.Invio], chi: Persona, numero: int = 1
) -> models.Graduatoria:
    """The final ranking of these, in this order."""
    graduatoria = GraduatoriaFactory(
        istituto=avviso.istituto, avviso=avviso, numero=numero, definitiva=True, formata_da=chi,
    )  # fmt: skip
    with come_proprietario():
        for posto, invio in enumerate(invii, start=1):
            models.RigaGraduatoria.objects.create(
                istituto=avviso.istituto, graduatoria=graduatoria, invio=invio, ordine=posto,
                posizione=posto, punti=Decimal(100 - posto),
            )  # fmt: skip
        models.Graduatoria.objects.filter(pk=graduatoria.pk).update(
            stato=StatoGraduatoria.DEFINITIVA.value, approvata_il=IERI, approvata_da=chi
        )
    graduatoria.refresh_from_db()
    return graduatoria


def con_curriculum(una: Fila, contenuto: bytes) -> None:
    """A curriculum without personal data went with the application of the first."""
    allegato = AllegatoFactory(
        istituto=una.avviso.istituto, candidatura=una.candidatura(1),
        tipo=TipoAllegato.CURRICULUM_OSCURATO.value, file=ContentFile(contenuto, "cv.pdf"),
        impronta=sha256(contenuto).hexdigest(),
    )  # fmt: skip
    models.AllegatoInviato.objects.create(
        istituto=una.avviso.istituto, invio=una.invii[0], allegato=allegato
    )


def stati(avviso: models.Avviso) -> list[StatoProposta]:
    """Of the proposals of a call, in their order."""
    righe = models.Proposta.objects.filter(candidatura__avviso=avviso).order_by("pk")
    return [StatoProposta(uno) for uno in righe.values_list("stato", flat=True)]
