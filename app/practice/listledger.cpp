// SPDX-FileCopyrightText: Navette contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/listledger.h"

#include "practice/textfiles.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace navette::practice
{

namespace
{

constexpr int firstId = 70001;

QByteArray keyOf(const TakenContact &contact, Deduplication deduplication, size_t row)
{
    QByteArray text;
    switch (deduplication) {
    case Deduplication::None:
        text = QByteArray::number(static_cast<qulonglong>(row));
        break;
    case Deduplication::Triplet:
        text = contact.email.toLower() + ';' + contact.phone + ';' + contact.mobile;
        break;
    case Deduplication::Reference:
        text = contact.reference;
        break;
    }
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).first(8).toHex();
}

} // namespace

ListLedger::ListLedger(LocalPath folder) : m_folder(std::move(folder))
{
    const QJsonArray lists = QJsonDocument::fromJson(readWhole(m_folder / "lists.json")).array();
    for (const QJsonValue &value : lists) {
        const QJsonObject object = value.toObject();
        ContactList list;
        list.id = object.value("id"_L1).toInt();
        list.name = object.value("name"_L1).toString();
        list.files = object.value("files"_L1).toVariant().toStringList();
        list.changedAt = QDateTime::fromString(object.value("changedAt"_L1).toString(), Qt::ISODate);
        list.contacts = object.value("contacts"_L1).toInteger();
        m_lists.push_back(std::move(list));
    }
}

Result<ContactList> ListLedger::enter(const QString &prefixedName, const QString &listName, const QByteArray &marker,
                                      const std::vector<TakenContact> &contacts, Deduplication deduplication,
                                      const QDateTime &now)
{
    for (const ContactList &list : m_lists) {
        if (list.files.contains(prefixedName))
            return list;
    }
    // The newest list of that name is the one that is added to or synchronised.
    ContactList *target = nullptr;
    if (marker != ".createNewList") {
        for (ContactList &list : m_lists) {
            if (list.name == listName)
                target = &list;
        }
    }
    if (!target) {
        target = &m_lists.emplace_back();
        target->id = firstId + static_cast<int>(m_lists.size()) - 1;
        target->name = listName;
    }
    std::set<QByteArray> keys;
    if (marker == ".addToExistingList")
        keys = readKeys(target->id);
    for (size_t row = 0; row < contacts.size(); ++row)
        keys.insert(keyOf(contacts[row], deduplication, keys.size() + row));
    target->files.append(prefixedName);
    target->changedAt = now;
    target->contacts = static_cast<qint64>(keys.size());

    QByteArray text;
    for (const QByteArray &key : keys)
        text += key + '\n';
    const ContactList entered = *target;
    if (const auto written = writeWhole(keysFile(entered.id), text); !written)
        return tl::make_unexpected(written.error());
    if (const auto saved = save(); !saved)
        return tl::make_unexpected(saved.error());
    return entered;
}

LocalPath ListLedger::keysFile(int id) const
{
    return m_folder / ("list-" + std::to_string(id) + ".keys");
}

std::set<QByteArray> ListLedger::readKeys(int id) const
{
    std::set<QByteArray> keys;
    for (const QByteArray &line : readWhole(keysFile(id)).split('\n')) {
        if (!line.isEmpty())
            keys.insert(line);
    }
    return keys;
}

Result<void> ListLedger::save() const
{
    QJsonArray lists;
    for (const ContactList &list : m_lists) {
        lists.append(QJsonObject{{u"id"_s, list.id},
                                 {u"name"_s, list.name},
                                 {u"files"_s, QJsonArray::fromStringList(list.files)},
                                 {u"changedAt"_s, list.changedAt.toString(Qt::ISODate)},
                                 {u"contacts"_s, list.contacts}});
    }
    return writeWhole(m_folder / "lists.json", QJsonDocument(lists).toJson());
}

} // namespace navette::practice
