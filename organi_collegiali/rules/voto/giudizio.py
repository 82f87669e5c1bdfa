"""The judgement of any vote: what it asks for, whether it passes, what another rule would give."""

from fractions import Fraction

from cpia.norme.enums import BaseMaggioranza, MisuraNonAmmissione
from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.enums import GenereVotazione
from organi_collegiali.rules.caso import Caso, GiudizioDelVoto, RegoleDelPunto
from organi_collegiali.rules.voto import esito_voto, voto_speciale
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.rules.voto.non_ammissione import giudica_non_ammissione
from organi_collegiali.rules.voto.ordine_del_giorno import giudica_aggiunta
from organi_collegiali.rules.voto.proposte import giudica_proposte
from organi_collegiali.rules.voto.votazione import GiudizioVotazione, Voti, giudica_votazione


def giudica(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    """Judge a vote by the rule of its kind."""
    match caso.genere:
        case GenereVotazione.AMMISSIONE:
            return _ammissione(caso, cifre, regole)
        case GenereVotazione.ALTERNATIVA:
            return _alternativa(cifre, regole)
        case GenereVotazione.BALLOTTAGGIO:
            return _ballottaggio(caso, cifre, regole)
        case GenereVotazione.ELEZIONE:
            return _elezione(cifre, regole)
        case _:
            return _si_o_no(caso, cifre, regole)


def _si_o_no(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    """An ordinary vote, or one for which the law or the regulation asks for more."""
    if caso.genere is GenereVotazione.PROPOSTA and regole.unanimita is not None:
        return _unanime(caso, cifre, regole.unanimita)
    return _modifica(caso, cifre, regole) if caso.modifica else _voto(caso, cifre, regole)


def _voto(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    voti = caso.voti(cifre)
    giudizio = giudica_votazione(
        voti,
        forma=caso.forma,
        presidente=caso.presidente,
        regole=regole.voto,
        in_carica=caso.in_carica,
    )
    altre = esito_voto.altrimenti(
        voti,
        giudizio,
        forma=caso.forma,
        presidente=caso.presidente,
        regole=regole.voto,
        in_carica=caso.in_carica,
        altre=regole.altre,
    )
    return _in_parole(caso, voti, giudizio, regole.voto.base.valore, altre=altre)


def _modifica(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    voti, quota = caso.voti(cifre), regole.modifica_quota
    giudizio = voto_speciale.giudica_modifica(
        voti,
        in_carica=caso.in_carica,
        forma=caso.forma,
        presidente=caso.presidente,
        regole=regole.modifica,
        quota=quota,
    )
    base = regole.modifica.base.valore
    return _in_parole(caso, voti, giudizio, base, quota=quota.valore)


def _unanime(caso: Caso, cifre: Cifre, regola: Valore[MisuraNonAmmissione]) -> GiudizioDelVoto:
    voti = caso.voti(cifre)
    giudizio = giudica_non_ammissione(voti, regola)
    return GiudizioDelVoto(
        giudizio.approvata,
        giudizio.perche,
        esito_voto.titolo(giudizio, voti),
        giudizio.necessari,
        esito_voto.servono(giudizio.necessari, voti.favorevoli),
        in_breve=esito_voto.come_si_e_votato(voti) if giudizio.approvata
        else f"{voti.favorevoli} sì: ne servivano {giudizio.necessari}",
    )  # fmt: skip


def _in_parole(
    caso: Caso,
    voti: Voti,
    giudizio: GiudizioVotazione,
    base: BaseMaggioranza,
    *,
    altre: tuple[Motivo, ...] = (),
    quota: Fraction = voto_speciale.META,
) -> GiudizioDelVoto:
    return GiudizioDelVoto(
        giudizio.approvata,
        (*giudizio.perche, *altre),
        esito_voto.titolo(giudizio, voti),
        giudizio.necessari,
        esito_voto.servono(giudizio.necessari, voti.favorevoli),
        esito_voto.conto(voti, base, caso.in_carica, quota),
        esito_voto.in_breve(giudizio, voti, base),
    )


def _ammissione(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    ammissione = giudica_aggiunta(
        in_carica=caso.in_carica,
        presenti=caso.presenti,
        favorevoli=cifre.favorevoli,
        regola=regole.aggiunta,
        quota=regole.aggiunta_quota,
    )
    si, servivano = cifre.favorevoli, ammissione.necessari
    return GiudizioDelVoto(
        ammissione.ammessa,
        (ammissione.motivo,),
        "Ammesso" if ammissione.ammessa else "Non ammesso",
        servivano,
        esito_voto.servono(servivano, si),
        in_breve=f"ammesso con {si} sì" if ammissione.ammessa
        else f"{si} sì, ne servivano {servivano}",
    )  # fmt: skip


def _alternativa(cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    esito = giudica_proposte(cifre.per_proposta, fonte=regole.voto.base.fonte)
    if esito.vince is not None:
        titolo, breve = "Una proposta è approvata", "approvata una delle proposte"
    elif esito.ballottaggio:
        titolo = breve = f"Ballottaggio fra {len(esito.ballottaggio)} proposte"
    else:
        titolo, breve = "Nessuna è approvata", "nessuna proposta approvata"
    return GiudizioDelVoto(
        esito.vince is not None,
        (esito.motivo,),
        titolo,
        sum(cifre.per_proposta.values()) // 2 + 1,
        in_breve=breve,
        vince=esito.vince,
        ballottaggio=esito.ballottaggio,
    )


def _ballottaggio(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    esito = voto_speciale.giudica_ballottaggio(
        cifre.per_proposta,
        forma=caso.forma,
        per_chi_presiede=caso.presidente_per,
        parita=regole.voto.parita,
    )
    vinta = esito.vince is not None
    return GiudizioDelVoto(
        vinta,
        (esito.motivo,),
        "Una proposta è approvata" if vinta else "Nessuna è approvata",
        in_breve="approvata al ballottaggio" if vinta else "parità al ballottaggio",
        vince=esito.vince,
    )


def _elezione(cifre: Cifre, regole: RegoleDelPunto) -> GiudizioDelVoto:
    """Who is elected is said by who counts the ballots: here only whether anybody had a vote."""
    voti = sum(cifre.per_proposta.values())
    testo = f"{voti} preferenze, {cifre.bianche} schede bianche, {cifre.nulle} nulle."
    motivo = Motivo("elezione", regole.voto.base.fonte, testo)
    titolo = "Lo spoglio è concluso" if voti else "Nessun voto valido"
    return GiudizioDelVoto(voti > 0, (motivo,), titolo, in_breve=titolo.lower())
