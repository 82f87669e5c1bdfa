"""The rows of the agreements of the world, made once for each class."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile

from cpia.atti.models import Documento
from cpia.atti.services import nuovo_codice, registra_stampa
from cpia.scuola.models import AnnoScolastico, Istituto, Persona, Sede
from organi_collegiali.enums import RegolaPresidente, TipoOrgano, Titolo
from organi_collegiali.models import OrganoCollegiale
from patto_formativo import models
from patto_formativo.documents.condivisa import contenuto
from patto_formativo.enums import StatoDomanda, StatoPatto
from patto_formativo.queries.iscrizioni.codici import codice_di, impronta_del_codice
from patto_formativo.queries.patti.piano import unita_di
from tests.factories import patto as fabbriche
from tests.factories.organi import DeliberaFactory, MandatoFactory, OrganoFactory, SedutaFactory
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, PersonaFactory, SedeFactory

IERI = ADESSO - timedelta(days=1)
MINORENNE = date(2007, 9, 12)
PDF = b"%PDF-1.7\n%"


@dataclass(frozen=True)
class Comune:
    """What all the agreements of an institute stand on."""

    istituto: Istituto
    ufficio: Persona
    anno: AnnoScolastico
    apertura: models.AperturaIscrizioni
    quadro: models.QuadroOrario
    uda: models.UnitaApprendimento
    testo: models.TestoApprovato


@dataclass(frozen=True)
class Parti:
    """Who has which part; persons outside the cast where it is of nobody."""

    tutor: Persona
    docente: Persona
    sezione: Persona
    corsista: Persona | None = None
    sede: Sede | None = None


def comune(istituto: Istituto, ufficio: Persona) -> Comune:
    """Enrolments, hours and units of the year."""
    anno = AnnoScolasticoFactory(istituto=istituto)
    quadro = fabbriche.QuadroOrarioFactory(istituto=istituto, anno_scolastico=anno)
    return Comune(
        istituto,
        ufficio,
        anno,
        models.AperturaIscrizioni.objects.create(
            istituto=istituto, anno_scolastico=anno, dal=date(2023, 9, 1),
            termine=date(2023, 10, 15), termine_estremi="Collegio n. 3", quota=Decimal(15),
            quota_estremi="Consiglio n. 4",
        ),
        quadro,
        fabbriche.UnitaApprendimentoFactory(istituto=istituto, quadro=quadro),
        models.TestoApprovato.objects.create(
            istituto=istituto, lingua="fr", impronta="0" * 64, mediatore="Una mediatrice",
            approvato_il=ADESSO, registrato_da=ufficio,
        ),
    )  # fmt: skip


def estraneo(istituto: Istituto) -> Persona:
    """Somebody of age whom the cast does not know."""
    return PersonaFactory(istituto=istituto, data_nascita=fabbriche.NATO)


def nato(persona: Persona, giorno: date) -> Persona:
    """Somebody of the cast, whose day of birth the agreement needs."""
    persona.data_nascita = giorno
    persona.save(update_fields=["data_nascita"])
    return persona


def della_classe(comune: Comune, parti: Parti) -> dict[str, Any]:
    """Everything that hangs on one class, by its name."""
    istituto = comune.istituto
    offerta = fabbriche.OffertaFactory(
        istituto=istituto, anno_scolastico=comune.anno,
        sede=parti.sede or SedeFactory(istituto=istituto),
    )  # fmt: skip
    sezione = _sezione(comune, parti.sezione)
    fatto = _Fatto(comune, parti, offerta, sezione)
    return {
        "sede": offerta.sede,
        "sezione": sezione,
        "seduta": SedutaFactory(
            istituto=istituto, organo=sezione, preparata_da=comune.ufficio, in_corso=True
        ),
        "delibera": DeliberaFactory(istituto=istituto, organo=sezione),
        "offerta": offerta,
        "senza_patto": fatto.corsista(tutor=None, tutor_dal=None),
        **fatto.domande(),
        **fatto.di_chi_studia(),
        **fatto.delle_altre(),
    }


def _sezione(comune: Comune, chi: Persona) -> OrganoCollegiale:
    organo = OrganoFactory(
        istituto=comune.istituto, tipo=TipoOrgano.SEZIONE_PFI, nome=f"Sezione di {chi}",
        regola_presidente=RegolaPresidente.DIRIGENTE,
    )  # fmt: skip
    MandatoFactory(istituto=comune.istituto, organo=organo, persona=chi, titolo=Titolo.NOMINATO)
    return organo


@dataclass(frozen=True)
class _Fatto:
    """Makes the rows of one class."""

    comune: Comune
    parti: Parti
    offerta: models.Offerta
    sezione: OrganoCollegiale

    @property
    def di(self) -> dict[str, Istituto]:
        return {"istituto": self.comune.istituto}

    def corsista(self, **altro: Any) -> models.Corsista:
        """Somebody enrolled, by default followed by the tutor."""
        chi = {"tutor": self.parti.tutor, "persona": estraneo(self.comune.istituto)} | altro
        return fabbriche.CorsistaFactory(**self.di, offerta=self.offerta, **chi)

    def domande(self) -> dict[str, Any]:
        """An application just come, with a paper, and one that waits for its fee."""
        domanda = fabbriche.DomandaFactory(**self.di, offerta=self.offerta)
        codice = codice_di(domanda.istituto_id, f"chiave-{domanda.pk}")
        domanda.impronta_codice = impronta_del_codice(codice)
        domanda.save(update_fields=["impronta_codice"])
        carta = models.Carta(
            **self.di, domanda=domanda, tipo="identita", nome_file="documento.pdf", byte=len(PDF),
            tipo_contenuto="application/pdf", impronta=hashlib.sha256(PDF).hexdigest(),
            caricata_il=ADESSO,
        )  # fmt: skip
        carta.file.save(f"carta-{domanda.pk}.pdf", ContentFile(PDF), save=True)
        accolta = fabbriche.DomandaFactory(
            **self.di, offerta=self.offerta, stato=StatoDomanda.ACCOLTA.value, accolta_il=ADESSO,
            persona=estraneo(self.comune.istituto), quota=Decimal(15),
        )  # fmt: skip
        return {"domanda": domanda, "carta": carta, "accolta": accolta}

    def di_chi_studia(self) -> dict[str, Any]:
        """The person of the cast: welcome, open dossier, two versions, attendance."""
        chi = self.parti.corsista
        corsista = self.corsista(**({"persona": chi} if chi else {}))
        vigente = self.versione(corsista, StatoPatto.IN_CORSO)
        da_firmare = fabbriche.VersioneFactory(
            **self.di, patto=vigente.patto, numero=2, motivo="Cambio di orario",
            **self.in_stato(StatoPatto.APPROVATO, corsista),
        )  # fmt: skip
        self.unita(da_firmare)
        dossier = fabbriche.DossierFactory(**self.di, corsista=corsista)
        return {
            "corsista": corsista,
            "vigente": vigente,
            "unita": self.unita(vigente),
            "firma": models.FirmaPatto.objects.create(
                **self.di, versione=vigente, parte="adulto", persona=corsista.persona,
                impronta=vigente.impronta, su_carta=True, firmata_il=IERI,
                registrata_da=self.comune.ufficio,
            ),
            "da_firmare": da_firmare,
            "dossier": dossier,
            "evidenza": self.evidenza(dossier, con_file=True),
            **self.accoglienza(corsista),
            **self.frequenza(corsista),
        }  # fmt: skip

    def delle_altre(self) -> dict[str, Any]:
        """Three more persons of the tutor: with a draft, a proposal, an agreement in course."""
        bozza, proposta, in_corso = (
            self.versione(self.corsista(), stato)
            for stato in (StatoPatto.BOZZA, StatoPatto.IN_NEGOZIAZIONE, StatoPatto.IN_CORSO)
        )
        chiuso = fabbriche.DossierFactory(**self.di, corsista=bozza.patto.corsista, chiuso_il=IERI)
        valutato = fabbriche.DossierFactory(
            **self.di, corsista=in_corso.patto.corsista, chiuso_il=IERI, valutato_il=IERI
        )
        self.evidenza(
            valutato, prova="documenti", esito="positivo", valutata_il=IERI,
            valutata_da=self.parti.tutor,
        )  # fmt: skip
        self.unita(proposta)
        self.unita(in_corso)
        return {
            "bozza": bozza,
            "unita_bozza": self.unita(bozza),
            "dossier_chiuso": chiuso,
            "evidenza_chiusa": self.evidenza(chiuso),
            "proposta": proposta,
            "richiesta": models.RichiestaModifica.objects.create(
                **self.di, versione=proposta, chiede=proposta.patto.corsista.persona,
                testo="Posso venire solo la sera.", chiesta_il=ADESSO,
            ),
            "in_corso": in_corso,
            "dossier_valutato": valutato,
            "certificato": models.Certificato.objects.create(
                **self.di, dossier=valutato, crediti={"C1": "12.6"}, ore=Decimal("12.6"),
                documento=documento(self.comune.istituto, "certificato_crediti"),
                rilasciato_il=IERI, rilasciato_da=self.parti.sezione,
            ),
        }  # fmt: skip

    def versione(self, corsista: models.Corsista, stato: StatoPatto) -> models.Versione:
        """The first version of an agreement, in a state."""
        patto = fabbriche.PattoFactory(**self.di, corsista=corsista)
        return fabbriche.VersioneFactory(**self.di, patto=patto, **self.in_stato(stato, corsista))

    def in_stato(self, stato: StatoPatto, corsista: models.Corsista) -> dict[str, Any]:
        """What a version has when it is in a state."""
        return {
            "preparata_da": corsista.tutor or self.parti.tutor,
            "sezione": self.sezione,
            **campi(stato, self.comune.istituto),
        }

    def unita(self, versione: models.Versione) -> models.UnitaDelPatto:
        """The one unit of a version."""
        return fabbriche.UnitaDelPattoFactory(**self.di, versione=versione, unita=self.comune.uda)

    def evidenza(
        self, dossier: models.Dossier, *, con_file: bool = False, **altro: Any
    ) -> models.Evidenza:
        """A certificate of Italian, with the file that shows it."""
        riga = fabbriche.EvidenzaFactory(
            **self.di, dossier=dossier, inserita_da=dossier.corsista.persona, **altro
        )
        if con_file:
            riga.nome_file, riga.tipo_contenuto = "celi.pdf", "application/pdf"
            riga.impronta, riga.byte = hashlib.sha256(PDF).hexdigest(), len(PDF)
            riga.file.save(f"evidenza-{riga.pk}.pdf", ContentFile(PDF), save=True)
        return riga

    def accoglienza(self, corsista: models.Corsista) -> dict[str, Any]:
        """A meeting, the interview, a proof."""
        tutor = self.parti.tutor
        incontro = models.Incontro.objects.create(
            **self.di, fase="colloqui_e_prove", giorno=date(2023, 10, 10), ore=Decimal(2),
            conduce=tutor, registrato_da=tutor, registrato_il=ADESSO,
        )  # fmt: skip
        models.PresenzaIncontro.objects.create(**self.di, incontro=incontro, corsista=corsista)
        return {
            "incontro": incontro,
            "intervista": models.Intervista.objects.create(
                **self.di, corsista=corsista, fatta_da=tutor, aggiornata_il=ADESSO
            ),
            "prova": models.Prova.objects.create(
                **self.di, corsista=corsista, tipo="literacy", giorno=date(2023, 10, 12),
                esito="positivo", valutata_da=tutor, registrata_il=ADESSO,
            ),
        }  # fmt: skip

    def frequenza(self, corsista: models.Corsista) -> dict[str, Any]:
        """A group with a lesson in presence and one at a distance; a word, a notice, a leave."""
        gruppo = fabbriche.GruppoFactory(
            **self.di, anno_scolastico=self.comune.anno, sede=self.offerta.sede
        )
        models.DocenteGruppo.objects.create(**self.di, gruppo=gruppo, persona=self.parti.docente)
        membro = fabbriche.MembroFactory(**self.di, gruppo=gruppo, corsista=corsista)
        svolta = {"gruppo": gruppo, "unita": self.comune.uda, "docente": self.parti.docente}
        lezione, distanza = (
            fabbriche.LezioneFactory(**self.di, **svolta, a_distanza=lontano)
            for lontano in (False, True)
        )
        presenza = {"corsista": corsista, "ore": Decimal(3)}
        models.Presenza.objects.create(**self.di, lezione=lezione, **presenza)
        tutor, giorno = self.parti.tutor, date(2024, 5, 20)
        return {
            "gruppo": gruppo,
            "membro": membro,
            "lezione": lezione,
            "distanza": distanza,
            "presenza": models.Presenza.objects.create(**self.di, lezione=distanza, **presenza),
            "segno": models.Segno.objects.create(
                **self.di, corsista=corsista, giorno=giorno, mezzo="telefono", testo="Torna.",
                registrato_da=tutor, registrato_il=ADESSO,
            ),
            "avviso": models.AvvisoAssenza.objects.create(
                **self.di, corsista=corsista, genere="assenza", giorno=giorno, mandato_da=tutor,
                documento=documento(self.comune.istituto, "avviso_assenza"), mandato_il=ADESSO,
            ),
            "deroga": models.Deroga.objects.create(
                **self.di, corsista=corsista, motivo="Turni di lavoro", proposta_il=giorno,
                proposta_da=tutor, consiglio="Consiglio di livello del 20 maggio 2024",
            ),
        }  # fmt: skip


def campi(stato: StatoPatto, istituto: Istituto) -> dict[str, Any]:
    """What the constraints ask of a version in a state: its day, its paper, its words."""
    trovati: dict[str, Any] = {"stato": stato.value}
    if stato != StatoPatto.BOZZA:
        trovati["proposta_il"] = IERI
    if stato in (StatoPatto.APPROVATO, StatoPatto.SOTTOSCRITTO, StatoPatto.IN_CORSO):
        carta = documento(istituto, "patto")
        trovati |= {"approvata_il": IERI, "documento": carta, "impronta": carta.impronta}
    if stato in (StatoPatto.SOTTOSCRITTO, StatoPatto.IN_CORSO):
        trovati["sottoscritta_il"] = IERI
    return trovati


def documento(istituto: Istituto, tipo: str) -> Documento:
    """A paper with its bytes, which differ from those of any other."""
    codice = nuovo_codice()
    carta = Documento.objects.create(
        istituto=istituto, tipo=tipo, titolo="Carta del patto", modello=f"{tipo}@1", contesto={},
        codice_verifica=codice, emesso_il=IERI, riservato=True,
    )  # fmt: skip
    pdf = PDF + codice.encode()
    return registra_stampa(documento_id=carta.pk, istituto_id=istituto.pk, pdf=pdf, pagine=1)


def del_minore(
    comune: Comune, offerta: models.Offerta, persona: Persona, tutor: Persona
) -> models.Versione:
    """The agreement of a minor, approved: who answers for the minor signs it."""
    corsista = fabbriche.CorsistaFactory(
        istituto=comune.istituto, offerta=offerta, persona=nato(persona, MINORENNE), tutor=tutor
    )
    return fabbriche.VersioneFactory(
        istituto=comune.istituto,
        patto=fabbriche.PattoFactory(istituto=comune.istituto, corsista=corsista),
        **campi(StatoPatto.APPROVATO, comune.istituto),
    )


def versione_altrui(istituto: Istituto) -> models.Versione:
    """An approved version of another CPIA, which PostgreSQL has been told of."""
    return fabbriche.VersioneFactory(
        istituto=istituto, preparata_da=PersonaFactory(istituto=istituto),
        **campi(StatoPatto.APPROVATO, istituto),
    )  # fmt: skip


def condivisione(versione: models.Versione, altra: Istituto) -> models.Condivisione:
    """A version shown to another school, which has not answered yet."""
    return models.Condivisione.objects.create(
        istituto=versione.istituto, altro_istituto=altra, versione=versione,
        nominativo="Nome Cognome", contenuto=contenuto(versione, unita_di(versione)),
        impronta=versione.impronta, condivisa_il=IERI,
    )  # fmt: skip
