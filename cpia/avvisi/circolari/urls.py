from django.urls import path

from cpia.avvisi.circolari.views import atti, bozze, elenco, lettura, pubbliche, ricevute

urlpatterns = [
    path("circolari/", elenco.circolari, name="circolari"),
    path("circolari/ufficio/", elenco.ufficio, name="circolari_ufficio"),
    path("circolari/nuova/", bozze.nuova, name="circolare_nuova"),
    path("circolari/<int:pk>/", lettura.circolare, name="circolare"),
    path("circolari/<int:pk>/modifica/", bozze.modifica, name="circolare_modifica"),
    path("circolari/<int:pk>/elimina/", bozze.elimina, name="circolare_elimina"),
    path("circolari/<int:pk>/allega/", bozze.allega, name="circolare_allega"),
    path("circolari/<int:pk>/file/<int:file_id>/", lettura.file, name="circolare_file"),
    path("circolari/<int:pk>/file/<int:file_id>/togli/", bozze.togli, name="circolare_file_togli"),
    path("circolari/<int:pk>/pubblica/", atti.pubblica, name="circolare_pubblica"),
    path("circolari/<int:pk>/ristampa/", atti.ristampa, name="circolare_ristampa"),
    path("circolari/<int:pk>/annulla/", atti.annulla, name="circolare_annulla"),
    path("circolari/<int:pk>/riscontro/", lettura.riscontro, name="circolare_riscontro"),
    path("circolari/<int:pk>/ritira/", lettura.ritira, name="circolare_ritira"),
    path("circolari/<int:pk>/ricevute/", ricevute.ricevute, name="circolare_ricevute"),
    path("circolari/<int:pk>/sollecita/", ricevute.sollecita, name="circolare_sollecita"),
    path("novita/circolari/", pubbliche.novita, name="novita_circolari"),
    path("novita/circolari/<int:pk>/", pubbliche.circolare, name="novita_circolare"),
    path("novita/circolari/<int:pk>/pdf/", pubbliche.carta, name="novita_circolare_pdf"),
    path(
        "novita/circolari/<int:pk>/file/<int:file_id>/",
        pubbliche.file,
        name="novita_circolare_file",
    ),
]
