"""The ranking of a call: formed, published, complained of, made final; the own place."""

from django.urls import URLPattern, path

from selezioni_pon.views.graduatorie import atti, pagina, posizione, pubblica, reclami

AVVISO = "avvisi/<int:pk>/"
UNA = "graduatorie/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(f"{AVVISO}graduatoria/", pagina.graduatoria, name="graduatoria"),
    path(f"{AVVISO}graduatoria/forma/", atti.forma, name="graduatoria_forma"),
    path(f"{AVVISO}graduatoria/sorteggio/", atti.sorteggio, name="graduatoria_sorteggio"),
    path(f"{AVVISO}reclami/", reclami.reclami, name="reclami"),
    path(f"{AVVISO}posizione/", posizione.posizione, name="posizione"),
    path(f"{AVVISO}posizione/perche/", posizione.posizione_perche, name="posizione_perche"),
    path(f"{AVVISO}posizione/reclamo/", posizione.reclamo_nuovo, name="reclamo_nuovo"),
    path(UNA, pagina.versione, name="graduatoria_versione"),
    path(f"{UNA}pubblica/", atti.pubblica, name="graduatoria_pubblica"),
    path(f"{UNA}definitiva/", atti.definitiva, name="graduatoria_definitiva"),
    path(f"{UNA}pdf/", pagina.pdf, name="graduatoria_pdf"),
    path("graduatorie/righe/<int:pk>/perche/", pagina.perche, name="graduatoria_perche"),
    path("reclami/<int:pk>/", reclami.reclamo, name="reclamo"),
    path("reclami/<int:pk>/rispondi/", reclami.reclamo_rispondi, name="reclamo_rispondi"),
    path(
        "graduatorie/albo/<int:anno>/<int:numero>/",
        pubblica.graduatoria_pubblica,
        name="graduatoria_albo",
    ),
]
