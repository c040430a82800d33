return function(doc)
  return { doc.title, doc.count, doc.share, doc.yes, doc.no, doc.nothing == nil, doc.absent == nil }
end
