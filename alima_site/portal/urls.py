from django.urls import path
from django.utils.translation import gettext_lazy as _

from alima_site.portal.feeds import CorrectionsFeed, NewsFeed
from alima_site.portal.views import (
    contact,
    corrections,
    editions,
    explorer,
    figure_files,
    figures,
    home,
    indicators,
    model,
    search,
    sources,
    standing_pages,
    topics,
)

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path(_("model/"), model.model, name="model"),
    path(_("timeline/"), model.history, name="timeline"),
    path("atom.xml", NewsFeed(), name="feed"),
    path(_("about/"), home.about, name="about"),
    path(_("figures/"), figures.figure_list, name="figures"),
    path(_("figures/disagreements/"), corrections.disagreements, name="disagreements"),
    path(_("figures/corrections/"), corrections.corrections, name="corrections"),
    path(_("figures/corrections/atom.xml"), CorrectionsFeed(), name="corrections_feed"),
    path(_("figures/explore/"), explorer.explorer, name="explorer"),
    path(_("figures/indicators/<slug:slug>/"), indicators.indicator, name="indicator"),
    path(_("figures/<slug:slug>/"), figures.figure, name="figure"),
    path(_("figures/<slug:slug>/citation.bib"), figure_files.bibtex, name="figure_bibtex"),
    path(_("figures/<slug:slug>/<int:number>/"), editions.edition, name="edition"),
    path(_("topics/<slug:slug>/"), topics.topic, name="topic"),
    path(_("search/"), search.search, name="search"),
    path(_("contact/"), contact.contact, name="contact"),
    path(_("contact/sent/"), contact.sent, name="contact_sent"),
    path(_("privacy/"), standing_pages.privacy, name="privacy"),
    path(_("legal/"), standing_pages.legal, name="legal"),
    path(_("accessibility/"), standing_pages.accessibility, name="accessibility"),
    path(_("sources/"), sources.source_list, name="sources"),
    path(_("sources/<slug:slug>/"), sources.source, name="source"),
]
